/** A copy of a returned file with its faulty cells coloured and the reasons as notes. The original is only read. */
import { AppError } from '#shared/contract/errors.ts';
import type { FileKind, PlainWorkbook } from '#shared/domain/sheet.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { refusalFor } from '../read/refusal.ts';
import { markPackage } from './mark-package.ts';
import type { ReturnMark } from './marks.ts';
import { copiedSheetNames, plainCopy } from './plain-copy.ts';

export interface MarkRequest {
  bytes: Uint8Array;
  fileName: string;
  marks: readonly ReturnMark[];
}

export interface MarkedReturn {
  bytes: Uint8Array;
  /** With its dot. */
  extension: string;
  /** Cells coloured. */
  cells: number;
  /** The unit's format was lost: the file was of a kind that cannot be marked and was written anew. */
  convertedFrom: FileKind | null;
}

/** The same marks under the names the copy's sheets have. */
function inCopy(marks: readonly ReturnMark[], plain: PlainWorkbook): ReturnMark[] {
  const names = new Map(copiedSheetNames(plain).map((name, index) => [plain.sheets[index]?.name, name]));
  return marks.map((mark) => ({ ...mark, sheet: names.get(mark.sheet ?? '') ?? null }));
}

const markableKinds: readonly FileKind[] = ['xlsx', 'xlsm'];

/**
 * A package that is put together in a way of its own is written anew rather than given up.
 * @throws AppError `file_unreadable` as the reader says
 */
export async function markReturn({ bytes, fileName, marks }: MarkRequest): Promise<MarkedReturn> {
  const plain = readWorkbook(bytes, fileName);
  const refuse = refusalFor(fileName);
  if (markableKinds.includes(plain.kind)) {
    try {
      return { ...markPackage(bytes, marks, refuse), convertedFrom: null };
    } catch (error) {
      if (error instanceof AppError) throw error;
    }
  }
  return { ...markPackage(await plainCopy(plain), inCopy(marks, plain), refuse), convertedFrom: plain.kind };
}
