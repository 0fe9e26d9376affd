/** Why a row is not saved, in words. */
import { timeText } from '../../components/format.ts';
import type { EditableColumn } from './model/sheet-columns.ts';
import { rowProblems, type SaveFailure, type SheetRow } from './model/sheet-state.ts';

/** 「这一行已由李四于 2024/06/28 15:04 改过」 */
export function overtakenText({ by, at }: Extract<SaveFailure, { kind: 'stale' }>): string {
  const who = by === null ? '' : `由${by}`;
  const when = at === null ? '' : `于 ${timeText(at)} `;
  return `这一行已${who}${when}改过`;
}

/** For the pointer and for the list under the grid; null when nothing is wrong. @param typing as in rowProblems */
export function rowReason(row: SheetRow, typing: EditableColumn | null = null): string | null {
  const problems = rowProblems(row, typing).map(({ problem }) => problem);
  const reasons = row.failure === null ? problems : [failureText(row.failure), ...problems];
  return reasons.length === 0 ? null : reasons.join('；');
}

function failureText(failure: SaveFailure): string {
  return failure.kind === 'failed'
    ? failure.message
    : `${overtakenText(failure)}，您填写的还没有保存，请对照选择。`;
}
