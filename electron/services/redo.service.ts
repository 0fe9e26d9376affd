/** 退回: faulty returns marked, explained, recorded, and taken off the desk. */
import { mkdir, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Kysely } from 'kysely';
import type { RedoResult } from '#shared/contract/desk.ts';
import { type Period, periodLabel } from '#shared/domain/period.ts';
import { faultyPlaces } from '#shared/domain/return/redo-problems.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { ensurePeriod } from '../db/repositories/progress-insert.repository.ts';
import { insertRedo } from '../db/repositories/redo.repository.ts';
import type { Database } from '../db/schema.ts';
import { claimFileName } from '../excel/file-name.ts';
import type { ServiceContext } from './context.ts';
import type { DeskReading } from './desk-store.ts';
import { readIssuingOffice } from './issuing-office.ts';
import { type Job, stopIfCancelled } from './job.ts';
import { localDate } from './moment.ts';
import { type FaultyReturn, markFaults, noteOf, type ReturnMarker, writeBytes } from './redo-papers.ts';
import type { ReturnsService } from './returns.service.ts';

export interface RedoDependencies {
  database: Kysely<Database>;
  excel: ReturnMarker;
  returns: Pick<ReturnsService, 'readFile' | 'dismiss'>;
  context: ServiceContext;
}

export interface RedoRequest {
  fileIds: readonly number[];
  directory: string;
  remark: string;
  /** `YYYY-MM-DD` */
  answerBy: string | null;
}

export interface RedoService {
  /**
   * Writes a marked copy and a note a file. What was written before a failure or a cancel stays and is recorded.
   * @throws AppError `not_found`, `file_unwritable`, `cancelled`
   */
  redo(request: RedoRequest, job: Job): Promise<RedoResult>;
}

/** What is recorded of a return that was sent back. */
export interface SentBack {
  sha256: string;
  fileName: string;
  unitId: number;
  unit: string;
  period: Period;
  receivedOn: string;
  reason: string;
  problems: number;
}

export async function recordRedo(writer: Writer, context: ServiceContext, sent: SentBack): Promise<void> {
  const at = context.now().toISOString();
  await ensurePeriod(writer, sent.period);
  await insertRedo(writer, {
    sha256: sent.sha256,
    file_name: sent.fileName,
    unit_id: sent.unitId,
    period: sent.period,
    received_on: sent.receivedOn,
    reason: sent.reason,
    problems: sent.problems,
    returned_at: at,
    returned_by: context.operator,
  });
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: '退回重报',
    entity: 'unit',
    entityId: sent.unitId,
    before: null,
    after: { period: sent.period, files: sent.fileName, reason: sent.reason },
  });
}

/** The office's own words first; the first fault stands for the rest. */
export function reasonOf(remark: string, { places }: Pick<FaultyReturn, 'places'>): string {
  const [first] = places;
  const faults =
    places.length > 1 ? `${first?.message.replace(/。$/, '')}，等 ${places.length} 处` : first?.message;
  return [...new Set([remark.trim(), faults ?? ''])].filter((part) => part !== '').join('；');
}

/** Why a file cannot be sent back; null when it can. */
function obstacle({ unit, period }: DeskReading, faulty: FaultyReturn): string | null {
  if (unit === null) return '还不知道是哪个单位的，请先选定单位。';
  if (period === null) return '还不知道是哪一期的，请先选定报告期。';
  if (faulty.places.length > 0) return null;
  return '没有查出问题，不用退回；如仍要退回，请在补充说明里写明原因。';
}

/** A return without a fault may still not satisfy the office: then its words are what is to be put right. */
function faultyReturn(reading: DeskReading, remark: string): FaultyReturn {
  const { fileName, originalPath, unit, period, refusal, rows } = reading;
  const found = faultyPlaces(refusal?.message ?? null, rows);
  const places = found.length === 0 && remark.trim() !== '' ? faultyPlaces(remark.trim(), []) : found;
  return { fileName, path: originalPath, unit: unit?.name ?? '', period, places };
}

export function createRedoService({ database, excel, returns, context }: RedoDependencies): RedoService {
  async function writePapers(faulty: FaultyReturn, request: RedoRequest, taken: Set<string>, job: Job) {
    const { directory, remark, answerBy } = request;
    const marked = await markFaults(excel, faulty, job.signal);
    const stem = faulty.fileName.slice(0, faulty.fileName.length - extname(faulty.fileName).length);
    const name = marked === null ? null : claimFileName(`退回-${stem}`, marked.extension, directory, taken);
    if (marked !== null && name !== null) await writeBytes(join(directory, name), marked.bytes);
    const label = faulty.period === null ? '' : `-${periodLabel(faulty.period)}`;
    const noteName = claimFileName(`退回说明-${faulty.unit}${label}`, '.docx', directory, taken);
    const copy = marked === null || name === null ? null : { name, marked };
    const date = localDate(context.now());
    const { name: office } = await readIssuingOffice(database);
    await writeBytes(
      join(directory, noteName),
      await noteOf(faulty, copy, { remark, answerBy, office, date }),
    );
    return { copy: name === null ? '' : join(directory, name), note: join(directory, noteName) };
  }

  return {
    async redo(request, job) {
      const result: RedoResult = { written: [], skipped: [] };
      await mkdir(request.directory, { recursive: true });
      // An earlier 退回 of the same file lies there perhaps, and may have been sent.
      const taken = new Set((await readdir(request.directory)).map((name) => name.toLowerCase()));
      for (const [index, fileId] of request.fileIds.entries()) {
        stopIfCancelled(job);
        const reading = await returns.readFile(fileId);
        job.report(index, request.fileIds.length, reading.fileName);
        const faulty = faultyReturn(reading, request.remark);
        const reason = obstacle(reading, faulty);
        if (reason !== null || reading.unit === null || reading.period === null) {
          result.skipped.push({ fileName: reading.fileName, reason: reason ?? '' });
          continue;
        }
        const papers = await writePapers(faulty, request, taken, job);
        const sent = {
          sha256: reading.sha256,
          fileName: reading.fileName,
          unitId: reading.unit.id,
          unit: reading.unit.name,
          period: reading.period,
          receivedOn: reading.receivedOn,
          reason: reasonOf(request.remark, faulty),
          problems: faulty.places.length,
        };
        await database.transaction().execute((writer) => recordRedo(writer, context, sent));
        await returns.dismiss(fileId);
        result.written.push({ fileId, unit: sent.unit, ...papers, problems: sent.problems });
      }
      job.report(request.fileIds.length, request.fileIds.length, '');
      return result;
    },
  };
}
