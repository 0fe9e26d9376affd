/** The plan sheet: written with what it was filled from, and compared three ways when it comes back. */
import { basename } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { PlanSheetChange, PlanSheetPreview, PlanSheetRow } from '#shared/contract/plan-sheet.ts';
import { foldedDate, milestonesText, readMilestones } from '#shared/domain/plan-milestone-text.ts';
import { type PlanColumnKey, type PlanGridRow, planColumns } from '#shared/domain/plan-sheet.ts';
import { type PlanSheetLine, planTables, readPlanSheet } from '#shared/domain/plan-sheet-meta.ts';
import { foldWidth } from '#shared/domain/text.ts';
import type { Reader } from '../db/executor.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import type { ServiceContext } from './context.ts';
import { unattendedJob } from './job.ts';
import { localDate, localMoment } from './moment.ts';
import { readPlanRows } from './plan-grid.service.ts';

/** @throws AppError `file_unwritable` */
export async function exportPlanSheet(
  reader: Reader,
  excel: Pick<ExcelWorker, 'writeTables'>,
  context: ServiceContext,
  request: { taskIds: readonly number[]; file: string },
): Promise<{ file: string; rows: number }> {
  const rows = await readPlanRows(reader, localDate(context.now()), request.taskIds);
  const exportedAt = context.now().toISOString();
  const origin = { exportedAt, exportedBy: context.operator };
  const subtitle = `${localMoment(exportedAt)} ${context.operator}导出`;
  await excel.writeTables(planTables(rows, origin, subtitle), request.file, unattendedJob);
  return { file: request.file, rows: rows.length };
}

const dateColumns: readonly PlanColumnKey[] = ['start', 'due'];
const percentColumns: readonly PlanColumnKey[] = ['q1', 'q2', 'q3', 'q4'];

/** What two cells must share to say the same: 2024/6/3 and 2024-06-03, 25.0% and 25. */
function folded(key: PlanColumnKey, text: string): string {
  if (dateColumns.includes(key)) return foldedDate(text);
  if (percentColumns.includes(key)) {
    const number = Number(foldWidth(text).replace(/%$/u, '').trim());
    return text.trim() === '' || Number.isNaN(number) ? text.trim() : String(number);
  }
  if (key === 'milestones') {
    const { milestones, problems } = readMilestones(text, []);
    if (problems.length === 0) return milestonesText(milestones);
  }
  return text.replace(/\r\n?/gu, '\n').trim();
}

function changesOf(line: PlanSheetLine, stored: PlanGridRow): PlanSheetChange[] {
  return planColumns.flatMap(({ key, heading }) => {
    const sheet = line.sheet[key];
    const base = line.base[key] ?? '';
    if (sheet === undefined) return [];
    const [now, then, held] = [sheet, base, stored.cells[key]].map((text) => folded(key, text));
    if (now === then || now === held) return [];
    return [{ column: key, heading, base, stored: stored.cells[key], sheet, conflict: then !== held }];
  });
}

function previewRow(line: PlanSheetLine, stored: PlanGridRow, isRepeated: boolean): PlanSheetRow | null {
  const changes = changesOf(line, stored);
  if (changes.length === 0) return null;
  return {
    taskId: stored.taskId,
    code: stored.code,
    content: stored.content,
    version: stored.version,
    changes,
    problems: isRepeated ? ['表里有两行是这项任务，请留下一行后重新导入。'] : [],
  };
}

/** @param today `YYYY-MM-DD` @param fileName what messages call it @throws AppError `file_unreadable`, `bad_input` for a workbook that is no plan sheet */
export async function previewPlanSheet(
  reader: Reader,
  excel: Pick<ExcelWorker, 'readWorkbook'>,
  file: string,
  today: string,
  fileName = basename(file),
): Promise<PlanSheetPreview> {
  const read = readPlanSheet(await excel.readWorkbook(file));
  if (read === null)
    throw new AppError(
      'bad_input',
      `“${fileName}”不是从“计划”导出的表，或隐藏的程序页被删掉了。请先导出计划表，在那张表上改，再导入。`,
    );
  const stored = new Map((await readPlanRows(reader, today)).map((row) => [row.code, row]));
  const seen = read.lines.map(({ code }) => code);
  const rows: PlanSheetRow[] = [];
  const strangers = [...read.strangers];
  for (const line of read.lines) {
    const row = stored.get(line.code);
    if (row?.taskId !== line.taskId) strangers.push(line.code);
    else {
      const preview = previewRow(line, row, seen.filter((code) => code === line.code).length > 1);
      if (preview !== null) rows.push(preview);
    }
  }
  return {
    fileName,
    exportedAt: read.exportedAt,
    exportedBy: read.exportedBy,
    rows,
    unchanged: read.lines.length - rows.length - (strangers.length - read.strangers.length),
    strangers: strangers.map((code) => `${code}不是这张表导出时的任务，这一行不导入。`),
  };
}
