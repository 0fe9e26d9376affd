/** Previews between looking and applying. */
import type { ReturnFile, ReturnRow } from '#shared/contract/returns.ts';
import type { Period } from '#shared/domain/period.ts';
import type { ProgressField } from '#shared/domain/progress.ts';

export interface PreviewedRow {
  row: ReturnRow;
  /** Null for a row without a task. */
  taskId: number | null;
  /** What was stored when the preview was made; 0 for nothing. */
  basedOnRevision: number;
  /** Addresses of the cells that state something, by field. */
  cells: Partial<Record<ProgressField, string>>;
}

/** A file that was read and belongs to a unit and a period. */
export interface PreviewedFile {
  path: string;
  file: ReturnFile;
  unitId: number;
  period: Period;
  /** Of a form that this program issued. */
  formId: string | null;
  rows: PreviewedRow[];
}

export interface StoredPreview {
  /** In the order asked, refused ones among them. */
  files: ReturnFile[];
  readable: PreviewedFile[];
}

/** More are not kept: whoever previews this often has forgotten the first. */
const keptPreviews = 20;

export interface PreviewStore {
  put(previewId: string, preview: StoredPreview): void;
  get(previewId: string): StoredPreview | null;
  remove(previewId: string): void;
}

export function createPreviewStore(): PreviewStore {
  const previews = new Map<string, StoredPreview>();
  return {
    put(previewId, preview) {
      previews.set(previewId, preview);
      const [oldest] = previews.keys();
      if (previews.size > keptPreviews && oldest !== undefined) previews.delete(oldest);
    },
    get: (previewId) => previews.get(previewId) ?? null,
    remove: (previewId) => void previews.delete(previewId),
  };
}
