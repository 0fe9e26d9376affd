/** Where the record behind a point is shown. */
import type { RecordRef } from '#shared/domain/supervision/record-ref.ts';

/** Null for a record that stands on this screen already. */
export function recordAddress({ type, id }: RecordRef): string | null {
  const parts = String(id).split(':');
  switch (type) {
    case 'task':
    case 'light':
    case 'report':
      return `/tasks/${parts[0]}`;
    case 'return':
      return `/standing?period=${parts.at(-1)}`;
    case 'redo':
      return '/standing';
    case 'action':
      return `/actions?action=${id}`;
    case 'unit_mark':
      return null;
  }
}
