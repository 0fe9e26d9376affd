/** One loaded file → what it would do, row by row. */
import { type FormMeta, formLayoutVersion } from '#shared/domain/form-layout.ts';
import { readFormMeta } from '#shared/domain/form-meta.ts';
import { type Period, periodLastMonth } from '#shared/domain/period.ts';
import { assessRow, type BaseValues, nothingStored } from '#shared/domain/return/assess-row.ts';
import { matchTask } from '#shared/domain/return/match-task.ts';
import { findReturnTables, type ReturnTables, readReturnRows } from '#shared/domain/return/read-return.ts';
import type { ReadRow } from '#shared/domain/return/read-table.ts';
import { breathe } from './breathe.ts';
import { type Job, stopIfCancelled } from './job.ts';
import type { LoadedReturn } from './returns-file.service.ts';
import type { ReturnScope, ReturnsKnowledge } from './returns-knowledge.service.ts';
import { type Asked, type Draft, findPeriod, findUnit, refuse } from './returns-scope.service.ts';
import type { PreviewedFile, PreviewedRow } from './returns-store.ts';

const refusals = {
  noTable:
    '没有找到填报表格：应有写着「重点工作」或「任务编号」和「本期进展」等列名的表头，请单位用下发的填报表重新报送。',
  noRows: '的表格里没有任务行，请单位填写后重新报送。',
  newer: '是用更新版本的督办台账下发的填报表，请先升级本程序再导入。',
};

/** A row that has to be compared with every task takes some milliseconds; the window must not wait for many. */
const rowsPerBreath = 5;

type BaseOf = (taskId: number, code: string) => BaseValues | null;

/** The form's own memory first, then ours of the form, then the unit's last accepted return. */
async function findBases(
  knowledge: ReturnsKnowledge,
  scope: ReturnScope,
  meta: FormMeta | null,
  rows: readonly ReadRow[],
): Promise<BaseOf> {
  const fromMeta = new Map(meta?.rows.map(({ code, base }) => [code, base]));
  const isKnown = ({ labels }: ReadRow) => fromMeta.has(labels.hiddenId?.code ?? labels.code ?? '');
  if (rows.every(isKnown)) return (_, code) => fromMeta.get(code) ?? null;
  const formId = rows.find(({ labels }) => labels.hiddenId !== null)?.labels.hiddenId?.formId;
  const issued = formId === undefined ? new Map<number, BaseValues>() : await knowledge.formBase(formId);
  const imported = await knowledge.lastImported(scope, await knowledge.taskIndex(scope));
  return (taskId, code) => fromMeta.get(code) ?? issued.get(taskId) ?? imported.get(taskId) ?? null;
}

async function assessRows(
  knowledge: ReturnsKnowledge,
  scope: ReturnScope,
  meta: FormMeta | null,
  rows: readonly ReadRow[],
  job: Job,
): Promise<PreviewedRow[]> {
  const tasks = await knowledge.taskIndex(scope);
  const stored = await knowledge.storedWords(scope, tasks);
  const baseOf = await findBases(knowledge, scope, meta, rows);
  const unit = knowledge.unitName(scope.unitId) ?? '';
  const previewed: PreviewedRow[] = [];
  for (const [index, read] of rows.entries()) {
    if (index % rowsPerBreath === rowsPerBreath - 1) await breathe();
    stopIfCancelled(job);
    const match = matchTask(tasks, read.labels);
    const { task } = match;
    const word = task === null ? nothingStored : (stored.get(task.taskId) ?? nothingStored);
    const base = task === null ? null : baseOf(task.taskId, task.code);
    const row = assessRow({ read, match, stored: word, base, unit });
    if (row === null) continue;
    const taskId = task?.taskId ?? null;
    previewed.push({ row, taskId, basedOnRevision: word.revision, cells: read.cells });
  }
  return previewed;
}

function readRows(fileName: string, tables: ReturnTables, period: Period, draft: Draft): ReadRow[] {
  const { rows, conflicts, notices } = readReturnRows(tables, periodLastMonth(period));
  const [conflict] = conflicts;
  if (conflict !== undefined) throw refuse(fileName, conflict);
  draft.notices.push(...notices);
  if (rows.length === 0) throw refuse(fileName, refusals.noRows);
  if (rows.every(({ stated, problems }) => Object.keys(stated).length === 0 && problems.length === 0)) {
    draft.notices.push('这份回表没有填写任何进展。');
  }
  return rows;
}

/**
 * @param draft filled in on the way
 * @throws AppError `file_unreadable` for a file that is no progress table, of nobody known, or of another period
 */
export async function interpretReturn(
  knowledge: ReturnsKnowledge,
  loaded: LoadedReturn,
  asked: Asked,
  draft: Draft,
  job: Job,
): Promise<Omit<PreviewedFile, 'file'>> {
  const { workbook, fileName, path } = loaded;
  draft.notices.push(...workbook.notices);
  const meta = readFormMeta(workbook);
  if (meta !== null && meta.layoutVersion > formLayoutVersion) throw refuse(fileName, refusals.newer);
  const tables = findReturnTables(workbook);
  draft.notices.push(...tables.notices);
  const hints = { meta, texts: tables.texts, sheetNames: tables.sheetNames, fileName };
  if (tables.sheets.length === 0) throw refuse(fileName, refusals.noTable);
  const unitId = findUnit(knowledge, hints, asked, draft);
  const period = findPeriod(knowledge, hints, asked, draft);
  const rows = readRows(fileName, tables, period, draft);
  const scope = { unitId, period, documentNumber: meta?.documentNumber ?? null };
  return {
    path,
    unitId,
    period,
    formId: meta?.formId ?? null,
    rows: await assessRows(knowledge, scope, meta, rows, job),
  };
}
