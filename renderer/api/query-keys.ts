/** Names of what is cached; invalidating an area's `all` refreshes everything under it. */
import type { TaskFilter } from '#shared/contract/tasks.ts';

export interface SheetChoice {
  period: string;
  unitId?: number;
  leaderId?: number;
  scope: 'lead' | 'all';
}

export const queryKeys = {
  application: { all: ['application'], info: ['application', 'info'] },
  preference: (key: string) => ['preference', key],
  tasks: {
    all: ['tasks'],
    list: (filter: TaskFilter) => ['tasks', 'list', filter],
    filterOptions: ['tasks', 'filterOptions'],
    detail: (taskId: number) => ['tasks', 'detail', taskId],
  },
  progress: {
    all: ['progress'],
    periods: ['progress', 'periods'],
    sheet: (choice: SheetChoice) => ['progress', 'sheet', choice],
  },
  units: {
    all: ['units'],
    list: ['units', 'list'],
    detail: (unitId: number) => ['units', 'detail', unitId],
  },
  returns: { all: ['returns'], batches: ['returns', 'batches'] },
} as const;
