/** The plan sheet as a workbook: a table for people, and a hidden one that tells what it was filled from. */
import { AppError } from '../contract/errors.ts';
import type { OfficeColumn, OfficeTable } from './office-table.ts';
import { type PlanColumnKey, type PlanGridRow, planColumns } from './plan-sheet.ts';
import type { PlainCell, PlainWorkbook } from './sheet.ts';
import { addDays } from './supervision/dates.ts';
import { planStatusLabels } from './supervision/plan.ts';

export const planSheetName = '计划';
export const planMetaSheetName = '_duban_plan';

const metaTitle = '督办台账计划表：本页由程序读取，请勿改动';
const codeHeading = '编号';
const metaKeys = ['taskId', 'code', 'version'] as const;

const leadColumns: readonly OfficeColumn[] = [
  { heading: codeHeading, width: 9.5, align: 'center' },
  { heading: '重点工作', width: 36, align: 'left' },
  { heading: '牵头领导', width: 10, align: 'center' },
  { heading: '单位', width: 18, align: 'left' },
];

export interface PlanSheetOrigin {
  /** ISO 8601 in UTC. */
  exportedAt: string;
  exportedBy: string;
}

function peopleTable(rows: readonly PlanGridRow[], subtitle: string): OfficeTable {
  const columns = planColumns.map(({ heading, width }) => ({
    heading,
    width,
    align: 'left' as const,
    asText: true,
  }));
  return {
    sheet: planSheetName,
    title: '任务计划表',
    leftLine: '改好后在“计划”里导入；编号一列不要改。',
    rightLine: subtitle,
    paper: { size: 'A3', landscape: true },
    columns: [...leadColumns, ...columns, { heading: '状态', width: 8, align: 'center' }],
    rows: rows.map((row) => ({
      cells: [
        row.code,
        row.content,
        row.leader ?? '',
        row.units.map(({ name }) => name).join('、'),
        ...planColumns.map(({ key }) => row.cells[key]),
        planStatusLabels[row.status],
      ],
      ...(row.status === 'proposed' ? { tone: 'warning' as const } : {}),
    })),
    notes: [
      '节点一行一个，写成“2024-06-30 节点名称”；已完成的在后面写“（2024-06-28完成）”。',
      '序时方式可填：匀速、前快后慢、前慢后快、按季度、按节点。改了季度比例，就按季度。',
    ],
  };
}

function metaTable(rows: readonly PlanGridRow[], origin: PlanSheetOrigin): OfficeTable {
  const keys = [...metaKeys, ...planColumns.map(({ key }) => key)];
  return {
    sheet: planMetaSheetName,
    title: metaTitle,
    leftLine: origin.exportedAt,
    rightLine: origin.exportedBy,
    paper: { size: 'A4', landscape: false },
    columns: keys.map((heading) => ({ heading, width: 12, align: 'left', asText: true })),
    rows: rows.map((row) => ({
      cells: [
        String(row.taskId),
        row.code,
        String(row.version),
        ...planColumns.map(({ key }) => row.cells[key]),
      ],
    })),
    notes: [],
    hidden: true,
  };
}

export function planTables(
  rows: readonly PlanGridRow[],
  origin: PlanSheetOrigin,
  subtitle: string,
): OfficeTable[] {
  return [peopleTable(rows, subtitle), metaTable(rows, origin)];
}

export interface PlanSheetLine {
  code: string;
  taskId: number;
  base: Record<string, string>;
  /** As the sheet has it now; a column that was removed is absent. */
  sheet: Record<string, string>;
}

export interface ReadPlanSheet extends PlanSheetOrigin {
  lines: PlanSheetLine[];
  /** Codes in the table that were not exported with it. */
  strangers: string[];
}

function textAt(row: readonly (PlainCell | null)[] | undefined, column: number): string {
  return row?.[column]?.text.trim() ?? '';
}

function findMetaSheet(workbook: PlainWorkbook) {
  return workbook.sheets.find(({ name }) => name.trim().toLowerCase() === planMetaSheetName);
}

export function isPlanWorkbook(workbook: PlainWorkbook): boolean {
  return findMetaSheet(workbook) !== undefined;
}

/** After the file's name. */
export const planSheetRefusal = '是计划表，不是进展回表：在下面逐格核对，存入计划。';

/** A plan sheet is no return: nobody reports progress in it. @throws AppError `file_unreadable` */
export function refusePlanSheet(workbook: PlainWorkbook): void {
  if (isPlanWorkbook(workbook)) throw new AppError('file_unreadable', planSheetRefusal);
}

export function isPlanSheetRefusal(error: unknown): boolean {
  return error instanceof AppError && error.message === planSheetRefusal;
}

interface MetaLine {
  taskId: number;
  base: Record<string, string>;
}

function readMeta(workbook: PlainWorkbook): (PlanSheetOrigin & { byCode: Map<string, MetaLine> }) | null {
  const rows = findMetaSheet(workbook)?.rows ?? [];
  const headings = rows.findIndex((row) => metaKeys.every((key, column) => textAt(row, column) === key));
  if (headings < 1) return null;
  const byCode = new Map<string, MetaLine>();
  for (const row of rows.slice(headings + 1)) {
    const taskId = Number(textAt(row, 0));
    if (!Number.isSafeInteger(taskId) || taskId < 1) continue;
    const cells = planColumns.map(({ key }, index) => [key, textAt(row, metaKeys.length + index)]);
    byCode.set(textAt(row, 1), { taskId, base: Object.fromEntries(cells) as Record<string, string> });
  }
  const lines = rows[headings - 1] ?? [];
  const texts = lines.map((cell) => cell?.text.trim() ?? '').filter((text) => text !== '');
  return { exportedAt: texts[0] ?? '', exportedBy: texts[1] ?? '', byCode };
}

function columnOf(headings: readonly (PlainCell | null)[], heading: string): number {
  return headings.findIndex((cell) => (cell?.text.replace(/\s/gu, '') ?? '') === heading);
}

const dateColumns: readonly PlanColumnKey[] = ['start', 'due'];

/** Serials of the 1900 system that are days of this century; a date pasted into a text column is stored so. */
const firstSerial = 36_526;
const lastSerial = 73_050;
const serialOfEpoch = 25_569;

function dateAt(cell: PlainCell | null | undefined): string {
  if (cell?.date != null) return cell.date;
  const serial = cell?.number ?? 0;
  if (!Number.isInteger(serial) || serial < firstSerial || serial > lastSerial)
    return cell?.text.trim() ?? '';
  return addDays('1970-01-01', serial - serialOfEpoch);
}

function sheetCells(
  row: readonly (PlainCell | null)[],
  headings: readonly (PlainCell | null)[],
): Record<string, string> {
  const cells: [PlanColumnKey, string][] = [];
  for (const { key, heading } of planColumns) {
    const column = columnOf(headings, heading);
    if (column === -1) continue;
    cells.push([key, dateColumns.includes(key) ? dateAt(row[column]) : textAt(row, column)]);
  }
  return Object.fromEntries(cells);
}

/** @returns null for a workbook that is no plan sheet of this program, or no longer a whole one */
export function readPlanSheet(workbook: PlainWorkbook): ReadPlanSheet | null {
  const meta = readMeta(workbook);
  const table = workbook.sheets.find(
    (sheet) =>
      sheet !== findMetaSheet(workbook) && sheet.rows.some((row) => columnOf(row, codeHeading) !== -1),
  );
  if (meta === null || table === undefined) return null;
  const at = table.rows.findIndex((row) => columnOf(row, codeHeading) !== -1);
  const headings = table.rows[at] ?? [];
  const codeColumn = columnOf(headings, codeHeading);
  const { byCode, ...origin } = meta;
  const read: ReadPlanSheet = { ...origin, lines: [], strangers: [] };
  for (const row of table.rows.slice(at + 1)) {
    const code = textAt(row, codeColumn);
    const known = byCode.get(code);
    if (known !== undefined) read.lines.push({ code, ...known, sheet: sheetCells(row, headings) });
    else if (/^[ZM]\d{2}-\d{2,3}$/u.test(code)) read.strangers.push(code);
  }
  return read;
}
