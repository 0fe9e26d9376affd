/** Names of what is cached; invalidating an area's `all` refreshes everything under it. */
import type { ActionFilter } from '#shared/contract/actions.ts';
import type { LightMomentQuery, LightQuery, LightSummaryQuery } from '#shared/contract/lights.ts';
import type { LogFilter } from '#shared/contract/log.ts';
import type { TaskFilter } from '#shared/contract/tasks.ts';

export interface SheetChoice {
  period: string;
  unitId?: number;
  leaderId?: number;
  scope: 'lead' | 'all';
}

export const queryKeys = {
  application: { all: ['application'], info: ['application', 'info'], office: ['application', 'office'] },
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
  exports: {
    all: ['exports'],
    formIssues: (period: string) => ['exports', 'formIssues', period],
  },
  returns: {
    all: ['returns'],
    desk: ['returns', 'desk'],
    files: ['returns', 'file'],
    file: (fileId: number) => ['returns', 'file', fileId],
    planSheet: (fileId: number) => ['returns', 'plan-sheet', fileId],
    batches: ['returns', 'batches'],
    overview: (period: string) => ['returns', 'overview', period],
    learned: (unitId: number) => ['returns', 'learned', unitId],
  },
  plan: {
    all: ['plan'],
    grid: ['plan', 'grid'],
    leaders: ['plan', 'leaders'],
    detail: (taskId: number) => ['plan', 'detail', taskId],
  },
  lights: {
    all: ['lights'],
    list: (query: LightQuery) => ['lights', 'list', query],
    summary: (query: LightSummaryQuery) => ['lights', 'summary', query],
    task: (taskId: number, moment: LightMomentQuery) => ['lights', 'task', taskId, moment],
  },
  rules: ['rules'],
  actions: {
    all: ['actions'],
    worklist: (date: string | null) => ['actions', 'worklist', date],
    list: (filter: ActionFilter) => ['actions', 'list', filter],
    detail: (actionId: number) => ['actions', 'detail', actionId],
    draft: (request: object) => ['actions', 'draft', request],
  },
  assess: {
    all: ['assess'],
    scores: (period: string) => ['assess', 'scores', period],
    trial: (rulesId: number, effectiveFrom: string) => ['assess', 'trial', rulesId, effectiveFrom],
    rules: (year: number) => ['assess', 'rules', year],
    marks: (year: number) => ['assess', 'marks', year],
    publications: ['assess', 'publications'],
    publication: (id: number) => ['assess', 'publication', id],
  },
  log: {
    all: ['log'],
    options: ['log', 'options'],
    page: (filter: LogFilter, page: number) => ['log', 'page', filter, page],
  },
} as const;
