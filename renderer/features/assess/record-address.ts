/** Where the record behind a point is shown. */
import type { RecordRef } from '#shared/domain/supervision/record-ref.ts';

/** @param period looked at: 表扬 and marks stand on this screen, beside its list of scores */
export function recordAddress({ type, id }: RecordRef, period: string): string {
  const parts = String(id).split(':');
  switch (type) {
    case 'task':
    case 'report':
      return `/tasks/${parts[0]}`;
    case 'light':
      return `/tasks/${parts[0]}?period=${parts.at(-1)}`;
    case 'return':
    case 'redo':
      return `/standing?period=${parts.at(-1)}&unit=${parts.at(-2)}`;
    case 'action':
      return `/actions?action=${id}`;
    case 'unit_mark':
      return `/assess?period=${period}&tab=marks&mark=${id}`;
  }
}
