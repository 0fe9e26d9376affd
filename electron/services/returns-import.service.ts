/** `duban import`: a desk of its own for one command, read and stored without a question; nothing of it is left. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { PlanSheetPreview } from '#shared/contract/plan-sheet.ts';
import type { Period } from '#shared/domain/period.ts';
import { wrongPeriod } from '#shared/domain/return/recognise.ts';
import { storeFiles } from './desk-apply.service.ts';
import { chooseFiles } from './desk-choice.ts';
import { createDeskCore, type DeskCore } from './desk-core.ts';
import { memoryEntries } from './desk-entries.ts';
import type { DeskFileView } from './desk-view.ts';
import { type ConflictRule, type ImportedRow, importDecisions, rowsAsImported } from './import-rules.ts';
import { type Job, stopIfCancelled } from './job.ts';
import { previewPlanSheet } from './plan-sheet.service.ts';
import { storePlanSheet, unaskedEdits } from './plan-sheet-import.ts';
import type { ReturnsDependencies } from './returns.service.ts';
import { keepOriginal, originalsFolder } from './returns-originals.ts';

export interface ImportRequest {
  /** Files, folders and archives. */
  paths: readonly string[];
  /** For files that do not say so themselves; one that says otherwise is refused. */
  period?: Period | undefined;
  unitId?: number | undefined;
  receivedOn?: string | undefined;
  onConflict: ConflictRule;
  /** 0 to 1: rows matched below are not stored. */
  minCertainty: number;
  /** Reads and compares; stores nothing. */
  dryRun: boolean;
}

export interface ImportedFile {
  /** Where it was, an archive counting as a folder. */
  file: string;
  sha256: string;
  unit: string | null;
  period: Period | null;
  state: 'applied' | 'previewed' | 'refused';
  /** Why it was refused. */
  error: string | null;
  notices: string[];
  rows: ImportedRow[];
  /** Of a 计划表; null for a return. */
  planSheet: ImportedPlanSheet | null;
  /** Null where nothing was stored. */
  batchId: number | null;
}

export interface ImportedPlanSheet {
  /** What was stored, or would be. */
  tasks: number;
  cells: number;
  /** Cells both sides have changed, a sentence each, and what became of them. */
  conflicts: string[];
}

export type ImportService = ReturnType<typeof createImportService>;

/** While one file is held against the database the worker reads the next. */
async function readInTurn(core: DeskCore, job: Job): Promise<void> {
  const entries = (await core.entries.list()).filter(({ trouble }) => trouble === null);
  const start = (index: number) => {
    const entry = entries[index];
    const loading = entry === undefined ? null : core.load(entry, job.signal);
    // Looked at only when its turn comes: until then a failure waits.
    loading?.catch(() => {});
    return loading;
  };
  let loading = start(0);
  for (const [index, entry] of entries.entries()) {
    const loaded = await loading;
    loading = start(index + 1);
    stopIfCancelled(job);
    if (loaded !== null) await core.read(entry.id, job, loaded);
    job.report(index + 1, entries.length, entry.fileName);
  }
}

const missingWords = {
  unit: '没有写明填报单位，请用 --unit 写明单位，或在表头写上「填报单位：」后重新报送。',
  period: '没有写明报告期，请用 --period 2024-06 写明。',
} as const;

function nothingUsable({ entry, rows }: DeskFileView): string | null {
  const count = (outcome: string) => rows.filter(({ row }) => row.outcome === outcome).length;
  const [faulty, unmatched] = [count('refused'), count('unmatched')];
  if (rows.length === 0 || faulty + unmatched < rows.length) return null;
  const parts = [
    faulty > 0 ? `${faulty} 行填写有误` : [],
    unmatched > 0 ? `${unmatched} 行对不上任务` : [],
  ].flat();
  return `「${entry.fileName}」没有一行可以导入：${parts.join('、')}，请按各行的说明改正后重新报送。`;
}

/** Why a file as a whole is not imported; null when it is. */
function refusalOf(view: DeskFileView, request: ImportRequest, unitName: string | null): string | null {
  const { entry, reading, state, reason } = view;
  if (reading === null) return entry.trouble ?? reason;
  const { refusal, unit, period } = reading;
  if (state === 'plan_sheet') return null;
  if (refusal !== null) return refusal.message;
  const quoted = `「${entry.fileName}」`;
  if (unit === null) return quoted + missingWords.unit;
  if (period === null) return quoted + missingWords.period;
  if (request.unitId !== undefined && unit.id !== request.unitId) {
    return `${quoted}是${unit.name}的回表，本次导入选定的是${unitName}，没有导入；请改选单位或去掉选定的单位。`;
  }
  if (request.period !== undefined && period !== request.period) {
    return quoted + wrongPeriod(period, request.period);
  }
  return state === 'duplicate' ? reason : nothingUsable(view);
}

/** A file of before is imported again, as its rows stand against what is stored now, and said to be one. */
function asNotice({ reading }: DeskFileView): void {
  if (reading === null || reading.history.appliedBefore === null) return;
  reading.notices.push(reading.history.appliedBefore);
  reading.history.appliedBefore = null;
}

function imported(view: DeskFileView, refusal: string | null, request: ImportRequest): ImportedFile {
  const { entry, reading, notices } = view;
  return {
    file: join(entry.source, entry.fileName),
    sha256: entry.sha256,
    unit: reading?.unit?.name ?? null,
    period: reading?.period ?? null,
    state: refusal === null ? 'previewed' : 'refused',
    error: refusal,
    notices,
    rows: rowsAsImported(view, request.onConflict),
    planSheet: null,
    batchId: null,
  };
}

function importedPlanSheet(preview: PlanSheetPreview, takesConflicts: boolean): ImportedPlanSheet {
  const edits = unaskedEdits(preview, takesConflicts);
  const outcome = takesConflicts ? '采用表里的' : '保留现在的';
  return {
    tasks: edits.length,
    cells: edits.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0),
    conflicts: preview.rows.flatMap(({ code, changes }) =>
      changes
        .filter(({ conflict }) => conflict)
        .map(
          ({ heading, stored, sheet }) =>
            `${code} ${heading}：导出后两边都改过，现在是“${stored}”，表里是“${sheet}”，${outcome}。`,
        ),
    ),
  };
}

/** What the sheet itself has wrong, beside what it would change. */
function sheetNotices({ rows, strangers }: PlanSheetPreview): string[] {
  return [
    ...strangers,
    ...rows.flatMap(({ code, problems }) => problems.map((words) => `${code}：${words}`)),
  ];
}

export function createImportService({ open, excel, context }: ReturnsDependencies) {
  const { database } = open;
  const originals = join(open.directory, originalsFolder);

  async function store(core: DeskCore, views: readonly DeskFileView[], job: Job) {
    const { storable, refused } = chooseFiles(views, true);
    if (storable.some(({ taken }) => taken.length > 0)) await open.backup('import');
    const stored = await storeFiles({ database, context }, storable, async ({ view }) => {
      stopIfCancelled(job);
      const { sha256, fileName } = view.entry;
      const bytes = await readFile(core.originalPath(view.entry));
      await keepOriginal(originals, { sha256, fileName, bytes });
    });
    const failures = refused.map(({ view, message }) => [view.entry.id, message] as const);
    const failed = stored.failed.map(({ fileId, message }) => [fileId, message] as const);
    const applied = stored.applied.map(({ fileId, revisions, answered }) => {
      return [fileId, { batchId: revisions > 0 ? stored.batchId : null, answered }] as const;
    });
    return { failed: new Map([...failures, ...failed]), applied: new Map(applied) };
  }

  /** As a person would who takes what nobody else has touched. */
  async function importPlanSheet(
    core: DeskCore,
    view: DeskFileView,
    { onConflict, dryRun }: ImportRequest,
  ): Promise<Partial<ImportedFile>> {
    const { entry } = view;
    try {
      const preview = await previewPlanSheet(database, excel, core.originalPath(entry), entry.fileName);
      const takesConflicts = onConflict === 'theirs';
      const planSheet = importedPlanSheet(preview, takesConflicts);
      const found = { planSheet, notices: sheetNotices(preview), error: null };
      if (onConflict === 'refuse' && planSheet.conflicts.length > 0)
        return {
          ...found,
          error: `「${entry.fileName}」有 ${planSheet.conflicts.length} 格与现有计划不一致，没有导入。`,
        };
      if (dryRun || planSheet.tasks === 0) return found;
      await open.backup('import');
      const bytes = await readFile(core.originalPath(entry));
      await keepOriginal(originals, { sha256: entry.sha256, fileName: entry.fileName, bytes });
      const edits = unaskedEdits(preview, takesConflicts);
      await database.transaction().execute((writer) => storePlanSheet(writer, context, entry, edits));
      return found;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { error: `「${entry.fileName}」没有导入：${error.message}` };
    }
  }

  async function run(core: DeskCore, request: ImportRequest, job: Job): Promise<ImportedFile[]> {
    const { paths, period, receivedOn } = request;
    await core.collect({ paths, receivedOn, expectedPeriod: period ?? null }, job);
    await readInTurn(core, job);
    for (const view of await core.view()) asNotice(view);
    const unitName = request.unitId === undefined ? null : (await core.knowledge()).unitName(request.unitId);
    const refusals = new Map<number, string | null>();
    for (const view of await core.view()) {
      const refusal = refusalOf(view, request, unitName);
      refusals.set(view.entry.id, refusal);
      const decisions = { accepted: refusal === null, rows: importDecisions(view.rows, request) };
      await core.entries.change(view.entry.id, { decisions });
    }
    const views = await core.view();
    const files = views.map((view) => ({
      id: view.entry.id,
      file: imported(view, refusals.get(view.entry.id) ?? null, request),
    }));
    for (const view of views.filter(({ state }) => state === 'plan_sheet')) {
      const file = files.find(({ id }) => id === view.entry.id)?.file;
      if (file === undefined) continue;
      Object.assign(file, await importPlanSheet(core, view, request));
      file.state = file.error === null ? 'previewed' : 'refused';
    }
    if (request.dryRun) return files.map(({ file }) => file);
    const { failed, applied } = await store(
      core,
      views.filter(({ entry, state }) => state !== 'plan_sheet' && refusals.get(entry.id) === null),
      job,
    );
    return files.map(({ id, file }) => {
      const error = failed.get(id) ?? file.error;
      const { batchId = null, answered = [] } = applied.get(id) ?? {};
      const notices = [
        ...file.notices,
        ...answered.map((words) => `答复了${words}，请核实后办结或退回重答。`),
      ];
      return { ...file, notices, error, batchId, state: error === null ? 'applied' : 'refused' };
    });
  }

  return {
    /** @throws AppError `bad_input` for a unit that is gone, `cancelled` */
    async importReturns(request: ImportRequest, job: Job): Promise<ImportedFile[]> {
      const folder = await mkdtemp(join(tmpdir(), 'duban-import-'));
      const usualUnitId = request.unitId ?? null;
      const core = createDeskCore({
        ...{ database, excel, context, usualUnitId },
        entries: memoryEntries(),
        originals: folder,
      });
      try {
        if (usualUnitId !== null && (await core.knowledge()).unitName(usualUnitId) === null) {
          throw new AppError('bad_input', '选定的单位已不存在，请重新选择单位。');
        }
        return await run(core, request, job);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
