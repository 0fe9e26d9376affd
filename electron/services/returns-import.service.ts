/** `duban import`: a desk of its own for one command, read and stored without a question; nothing of it is left. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Period } from '#shared/domain/period.ts';
import { wrongPeriod } from '#shared/domain/return/recognise.ts';
import { storeFiles } from './desk-apply.service.ts';
import { chooseFiles } from './desk-choice.ts';
import { createDeskCore, type DeskCore } from './desk-core.ts';
import { memoryEntries } from './desk-entries.ts';
import type { DeskFileView } from './desk-view.ts';
import { type ConflictRule, type ImportedRow, importDecisions, rowsAsImported } from './import-rules.ts';
import { type Job, stopIfCancelled } from './job.ts';
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
  /** Null where nothing was stored. */
  batchId: number | null;
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
  const { entry, reading } = view;
  return {
    file: join(entry.source, entry.fileName),
    sha256: entry.sha256,
    unit: reading?.unit?.name ?? null,
    period: reading?.period ?? null,
    state: refusal === null ? 'previewed' : 'refused',
    error: refusal,
    notices: reading?.notices ?? [],
    rows: rowsAsImported(view, request.onConflict),
    batchId: null,
  };
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
    const batches = stored.applied.map(({ fileId, revisions }) => {
      return [fileId, revisions > 0 ? stored.batchId : null] as const;
    });
    return { failed: new Map([...failures, ...failed]), batches: new Map(batches) };
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
    if (request.dryRun) return files.map(({ file }) => file);
    const { failed, batches } = await store(
      core,
      views.filter(({ entry }) => refusals.get(entry.id) === null),
      job,
    );
    return files.map(({ id, file }) => {
      const error = failed.get(id) ?? file.error;
      const batchId = batches.get(id) ?? null;
      return { ...file, error, batchId, state: error === null ? 'applied' : 'refused' };
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
