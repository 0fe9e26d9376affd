/** 版本过旧: whether a file has been overtaken by a newer form or a newer file of the same unit and period. */

import type { DeskEntry } from './desk-store.ts';
import { localMoment } from './moment.ts';
import type { ReturnReading } from './returns-reading.ts';

export interface ReadEntry {
  entry: DeskEntry;
  reading: ReturnReading;
}

function isSameDocument({ form }: ReturnReading, documentNumber: string | undefined): boolean {
  return form === null || documentNumber === undefined || form.documentNumber === documentNumber;
}

/** The unit was given a newer form of the document, or has returned one. */
export function newerFormIssued({ reading }: ReadEntry): string | null {
  const { form, history } = reading;
  if (form === null) return null;
  const isNewer = ({ documentNumber, issuedAt }: { documentNumber: string; issuedAt: string }) =>
    isSameDocument(reading, documentNumber) && issuedAt > form.issuedAt;
  const returned = history.returnedForms.find(isNewer);
  if (returned !== undefined) return `同一单位同一期较新的填报表「${returned.fileName}」已经入库。`;
  const issued = history.issuedForms.find(isNewer);
  if (issued === undefined) return null;
  return `这份填报表之后，${localMoment(issued.issuedAt)}又下发过新的填报表，请核对是否为最新内容。`;
}

/** Two parts of a unit's work in two files are no two versions. */
function shareTasks(one: ReturnReading, other: ReturnReading): boolean {
  const tasks = new Set(one.rows.flatMap(({ taskId }) => taskId ?? []));
  return other.rows.some(({ taskId }) => taskId !== null && tasks.has(taskId));
}

/** By the form they were filled from. */
export function hasNewerForm(other: ReadEntry, own: ReadEntry): boolean {
  const [newer, older] = [other.reading.form, own.reading.form];
  return newer !== null && older !== null && newer.issuedAt > older.issuedAt;
}

function isNewer(other: ReadEntry, own: ReadEntry): boolean {
  if (hasNewerForm(other, own)) return true;
  if (hasNewerForm(own, other)) return false;
  const [newer, older] = [other.entry.modifiedAt, own.entry.modifiedAt];
  return newer !== null && older !== null && newer > older;
}

/** @param scope the files of the unit and period, this one among them */
export function newerOnDesk(own: ReadEntry, scope: readonly ReadEntry[]): string | null {
  const newer = scope.find(
    (other) =>
      other !== own &&
      isSameDocument(own.reading, other.reading.form?.documentNumber) &&
      isNewer(other, own) &&
      shareTasks(own.reading, other.reading),
  );
  return newer === undefined
    ? null
    : `同一单位同一期有更新的一份「${newer.entry.fileName}」，默认不采纳这一份。`;
}
