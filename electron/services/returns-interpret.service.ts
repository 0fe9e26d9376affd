/** What one file says → what each of its rows would do. */
import { type FormMeta, formLayoutVersion } from '#shared/domain/form-layout.ts';
import { type Period, periodEnd, periodLastMonth, periodYear } from '#shared/domain/period.ts';
import { assessRow, type BaseValues, nothingStored } from '#shared/domain/return/assess-row.ts';
import type { LearnedHeadings } from '#shared/domain/return/column-role.ts';
import { decisionFor, type FileDecisions } from '#shared/domain/return/decisions.ts';
import { matchTask, type TaskMatch } from '#shared/domain/return/match-task.ts';
import type { ReadRow } from '#shared/domain/return/read-table.ts';
import { type ReturnContent, rowsOfMonth } from '#shared/domain/return/return-content.ts';
import type { KnownTarget } from '#shared/domain/return/target-cell.ts';
import type { TaskIndex } from '#shared/domain/return/task-index.ts';
import { keptOnlyWords } from '#shared/domain/supervision/ended-task.ts';
import { breathe } from './breathe.ts';
import { type Job, stopIfCancelled } from './job.ts';
import type { ReturnScope, ReturnsKnowledge } from './returns-knowledge.service.ts';
import type { AssessedRow, Draft } from './returns-reading.ts';
import { findPeriod, findUnit, refuse, type Told } from './returns-scope.service.ts';

const refusals = {
  noRows: '的表格里没有任务行，请单位填写后重新报送。',
  newer: '是用更新版本的督办台账下发的填报表，请先升级本程序再导入。',
};

/** A readable file without a progress table. */
export class NoTable extends Error {
  override readonly name = 'NoTable';

  constructor(fileName: string) {
    super(
      `「${fileName}」没有找到填报表格：应有写着「重点工作」或「任务编号」和「本期进展」等列名的表头，请单位用下发的填报表重新报送。`,
    );
  }
}

/** A row that has to be compared with every task takes some milliseconds; the window must not wait for many. */
const rowsPerBreath = 5;

type BaseOf = (taskId: number, code: string) => BaseValues | null;

/** What a file is and what people say of it. */
export interface Interpretation {
  knowledge: ReturnsKnowledge;
  content: ReturnContent;
  /** The same file with what was taught of its unit's headings. */
  readAgain: (learned: LearnedHeadings) => Promise<ReturnContent>;
  fileName: string;
  told: Told;
  decisions: FileDecisions;
  job: Job;
}

function readingsOfMeta(base: Readonly<Record<string, number>>): ReadonlyMap<number, number> {
  return new Map(Object.entries(base).map(([targetId, value]) => [Number(targetId), value]));
}

/** The form's own memory first, then ours of the form, then the unit's last accepted return. */
async function findBases(
  knowledge: ReturnsKnowledge,
  scope: ReturnScope,
  meta: FormMeta | null,
  rows: readonly ReadRow[],
): Promise<BaseOf> {
  const fromMeta = new Map(
    meta?.rows.map(({ code, base, targetBase }) => [
      code,
      { values: base, readings: readingsOfMeta(targetBase) },
    ]),
  );
  const isKnown = ({ labels }: ReadRow) => fromMeta.has(labels.hiddenId?.code ?? labels.code ?? '');
  if (rows.every(isKnown)) return (_, code) => fromMeta.get(code) ?? null;
  const formId = rows.find(({ labels }) => labels.hiddenId !== null)?.labels.hiddenId?.formId;
  const issued = formId === undefined ? new Map<number, BaseValues>() : await knowledge.formBase(formId);
  const imported = await knowledge.lastImported(scope, await knowledge.taskIndex(scope));
  return (taskId, code) => fromMeta.get(code) ?? issued.get(taskId) ?? imported.get(taskId) ?? null;
}

/** The task a person chose for the row, and nothing else. */
function chosenTask(tasks: TaskIndex, code: string): TaskMatch {
  const task = tasks.byCode.get(code) ?? null;
  const how = task === null ? 'none' : 'chosen';
  const reason = task === null ? `没有编号为 ${code} 的任务，请重新选择。` : '';
  return { task, match: { how, certainty: task === null ? 0 : 1, candidates: [] }, reason };
}

async function assessRows(
  { knowledge, decisions, job }: Interpretation,
  scope: ReturnScope,
  meta: FormMeta | null,
  rows: readonly ReadRow[],
  notices: string[],
): Promise<AssessedRow[]> {
  const tasks = await knowledge.taskIndex(scope);
  const stored = await knowledge.storedWords(scope, tasks);
  const learned = await knowledge.learnedTexts(scope.unitId, tasks);
  const baseOf = await findBases(knowledge, scope, meta, rows);
  const hasReadings = rows.some(({ targetCell }) => targetCell !== null);
  const targetsOf = hasReadings ? await knowledge.targets(scope, tasks) : new Map<number, KnownTarget[]>();
  const endedTasks = await knowledge.endedTasks(tasks, periodEnd(scope.period));
  const year = periodYear(scope.period);
  const unit = knowledge.unitName(scope.unitId) ?? '';
  const assessed: AssessedRow[] = [];
  for (const [index, read] of rows.entries()) {
    if (index % rowsPerBreath === rowsPerBreath - 1) await breathe();
    stopIfCancelled(job);
    const { taskCode } = decisionFor(decisions, read);
    const match = taskCode === null ? matchTask(tasks, read.labels, learned) : chosenTask(tasks, taskCode);
    const { task } = match;
    const word = task === null ? undefined : stored.get(task.taskId);
    const base = task === null ? null : baseOf(task.taskId, task.code);
    const targets = targetsOf.get(task?.taskId ?? 0) ?? [];
    const ended = endedTasks.get(task?.taskId ?? 0) ?? null;
    const row = assessRow({ read, match, stored: word ?? nothingStored, base, targets, unit, ended, year });
    if (row === null) continue;
    if (row.ended !== undefined && task !== null && ended !== null)
      notices.push(keptOnlyWords(task.code, ended));
    const ours = (word ?? nothingStored).values;
    assessed.push({ row, read, taskId: task?.taskId ?? null, basedOn: word?.reportId ?? null, ours });
  }
  return assessed;
}

function readRows(fileName: string, content: ReturnContent, period: Period, draft: Draft): ReadRow[] {
  const { rows, conflicts, notices } = rowsOfMonth(content, periodLastMonth(period));
  const [conflict] = conflicts;
  if (conflict !== undefined) throw refuse(fileName, conflict);
  draft.notices.push(...notices);
  if (rows.length === 0) throw refuse(fileName, refusals.noRows);
  const saysNothing = ({ stated, targetCell, problems }: ReadRow) =>
    Object.keys(stated).length === 0 && targetCell === null && problems.length === 0;
  if (rows.every(saysNothing)) {
    draft.notices.push('这份回表没有填写任何进展。');
  }
  return rows;
}

function metaOf({ content, fileName }: Interpretation, draft: Draft): FormMeta | null {
  const { meta } = content;
  if (meta === null) return null;
  if (meta.layoutVersion > formLayoutVersion) throw refuse(fileName, refusals.newer);
  draft.form = { id: meta.formId, issuedAt: meta.issuedAt, documentNumber: meta.documentNumber };
  return meta;
}

/** What a unit taught about its headings can only be used once the unit is known from what stands above. */
async function findTablesOfUnit(
  { knowledge, content, readAgain, fileName, told }: Interpretation,
  meta: FormMeta | null,
  draft: Draft,
): Promise<{ content: ReturnContent; period: Period | null; unitId: number | null }> {
  const { texts, sheetNames } = content;
  const hints = { meta, texts, sheetNames, fileName };
  const unitId = findUnit(knowledge, hints, told, draft);
  const learned = await knowledge.learnedHeadings(unitId);
  const taught = learned.size === 0 ? content : await readAgain(learned);
  draft.columns = taught.columns;
  return { content: taught, unitId, period: findPeriod(knowledge, hints, told, draft) };
}

/**
 * Fills in the draft. Without a unit or a period the rows are left out: they cannot be held against anything.
 * @throws NoTable, or AppError `file_unreadable` for a file that cannot be taken, `cancelled`
 */
export async function interpretReturn(interpretation: Interpretation, draft: Draft): Promise<void> {
  const { fileName } = interpretation;
  draft.notices.push(...interpretation.content.notices);
  const meta = metaOf(interpretation, draft);
  const { content, unitId, period } = await findTablesOfUnit(interpretation, meta, draft);
  if (!content.hasTable) throw new NoTable(fileName);
  if (unitId === null || period === null) return;
  const rows = readRows(fileName, content, period, draft);
  const scope = { unitId, period, documentNumber: meta?.documentNumber ?? null };
  draft.rows = await assessRows(interpretation, scope, meta, rows, draft.notices);
}
