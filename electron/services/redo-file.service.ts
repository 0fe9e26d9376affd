/** `duban redo`: one file from the disk marked, explained and recorded as sent back. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import type { Period } from '#shared/domain/period.ts';
import { type FaultyPlace, faultyPlaces } from '#shared/domain/return/redo-problems.ts';
import { sureMatch } from '#shared/domain/return/thresholds.ts';
import type { Database } from '../db/schema.ts';
import type { ServiceContext } from './context.ts';
import { readIssuingOffice } from './issuing-office.ts';
import type { Job } from './job.ts';
import { localDate } from './moment.ts';
import { reasonOf, recordRedo } from './redo.service.ts';
import { type FaultyReturn, markFaults, noteOf, type ReturnMarker, writeBytes } from './redo-papers.ts';
import type { ImportedFile, ImportService } from './returns-import.service.ts';
import { keepOriginal, originalsFolder } from './returns-originals.ts';
import type { UnitsService } from './units.service.ts';

export interface RedoFileRequest {
  file: string;
  /** For a file that does not say so itself. */
  period?: Period | undefined;
  unitId?: number | undefined;
  /** Where the marked copy goes. */
  copy: string;
  /** Where the 退回说明 goes; absent: none is written. */
  note?: string | undefined;
  remark: string;
  /** Until when it is asked for again, `YYYY-MM-DD`; null leaves a blank. */
  answerBy: string | null;
}

export interface RedoFileResult {
  file: string;
  unit: string;
  period: Period;
  /** Null where the file cannot be marked. */
  copy: string | null;
  note: string | null;
  problems: FaultyPlace[];
}

interface RedoFileDependencies {
  database: Kysely<Database>;
  directory: string;
  excel: ReturnMarker;
  imports: Pick<ImportService, 'importReturns'>;
  units: Pick<UnitsService, 'list'>;
  context: ServiceContext;
}

/** That no row can be taken is said row by row already. */
function placesOf({ error, rows }: ImportedFile): FaultyPlace[] {
  const ofRows = faultyPlaces(
    null,
    rows.map(({ row }) => row),
  );
  return ofRows.length > 0 ? ofRows : faultyPlaces(error, []);
}

export function createRedoFileService(dependencies: RedoFileDependencies) {
  const { database, directory, excel, imports, units, context } = dependencies;

  async function read({ file, period, unitId }: RedoFileRequest, job: Job): Promise<ImportedFile> {
    const terms = { paths: [file], period, unitId, minCertainty: sureMatch };
    const [read] = await imports.importReturns({ ...terms, onConflict: 'ours', dryRun: true }, job);
    if (read === undefined) throw new AppError('not_found', `“${file}”里没有可以读取的表格。`);
    return read;
  }

  /** @throws AppError `bad_input` for a file without faults or of nobody known, `file_unwritable`, `file_unreadable` */
  async function redoFile(request: RedoFileRequest, job: Job): Promise<RedoFileResult> {
    const found = await read(request, job);
    const fileName = basename(request.file);
    const places = placesOf(found);
    if (places.length === 0) throw new AppError('bad_input', `「${fileName}」没有查出问题，不用退回。`);
    const unit = (await units.list({})).find(({ name }) => name === found.unit);
    if (unit === undefined || found.period === null) {
      const missing = unit === undefined ? '填报单位，请用 --unit 写明' : '报告期，请用 --period 写明';
      throw new AppError('bad_input', `「${fileName}」没有写明${missing}。`);
    }
    const { period } = found;
    const faulty: FaultyReturn = {
      fileName,
      path: request.file,
      unit: unit.name,
      period,
      places,
    };
    const marked = await markFaults(excel, faulty, job.signal);
    if (marked === null && request.note === undefined) {
      throw new AppError('file_unreadable', `「${fileName}」无法标注，请加 --note 写出退回说明。`);
    }
    if (marked !== null) await writeBytes(request.copy, marked.bytes);
    const copy = marked === null ? null : { name: basename(request.copy), marked };
    const today = localDate(context.now());
    const { name: office } = await readIssuingOffice(database);
    if (request.note !== undefined) {
      await writeBytes(request.note, await noteOf(faulty, copy, { ...request, office, date: today }));
    }
    const bytes = await readFile(request.file);
    await keepOriginal(join(directory, originalsFolder), { sha256: found.sha256, fileName, bytes });
    await database.transaction().execute((writer) =>
      recordRedo(writer, context, {
        sha256: found.sha256,
        fileName,
        unitId: unit.id,
        unit: unit.name,
        period,
        receivedOn: today,
        reason: reasonOf(request.remark, faulty),
        problems: places.length,
      }),
    );
    return {
      file: request.file,
      unit: unit.name,
      period,
      copy: marked === null ? null : request.copy,
      note: request.note ?? null,
      problems: places,
    };
  }

  return { redoFile };
}
