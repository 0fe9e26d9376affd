/** Telling data from what else stands under a header: blanks, totals, notes, signatures, group headings. */
import { foldWidth } from '../text.ts';
import { filledColumns, type SheetGrid } from './sheet-grid.ts';

export type RowKind = 'blank' | 'total' | 'note' | 'signature' | 'group' | 'data';

const total = /^(?:合计|总计|小计|共计|汇总)(?:[:：（(\d].*)?$/;
const note =
  /^(?:注|备注|附注|说明|填表说明|填报说明|填写说明|填报要求|填写要求|要求|提示|温馨提示)\s*(?:[:：\d]|$)|^[※＊*]/;
const signature =
  /^(?:填报人|填表人|制表人?|经办人|审核人?|审批人?|复核人?|签发人?|负责人|单位负责人|主要负责人|分管领导|主要领导|领导签字|签字|签名|签章|盖章|公章|单位盖章|联系人|联系电话|电话|填报单位|填报日期|填报时间|填表日期|报送日期|日期|时间)[^:]{0,10}:|(?:\(|^)(?:盖章|公章|签字)\)?\s*:?$/;

/** A heading inside the table that a single cell, or one merged over several columns, holds. */
function isGroupHeading(grid: SheetGrid, row: number, filled: readonly number[]): boolean {
  const [column = 0] = filled;
  if (filled.length !== 1) return false;
  const merge = grid.mergeAt(row, column);
  const isWide = merge !== null && merge.right > merge.left;
  return isWide || /^[（(]?[一二三四五六七八九十]+[、.．)）]/.test(grid.text(row, column));
}

/** @param row zero-based, below a header */
export function rowKind(grid: SheetGrid, row: number): RowKind {
  const filled = filledColumns(grid, row);
  const [first] = filled;
  if (first === undefined) return 'blank';
  const text = foldWidth(grid.text(row, first)).replace(/\s+/g, '');
  if (total.test(text)) return 'total';
  if (note.test(text) && filled.length <= 2) return 'note';
  if (signature.test(text)) return 'signature';
  return isGroupHeading(grid, row, filled) ? 'group' : 'data';
}
