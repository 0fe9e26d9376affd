/** 发布: a period frozen with its papers, so that it can be printed again unchanged. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { PublicationDetail, PublicationSummary, ScoreSheet } from '#shared/contract/assess.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { LightFigures, LightList } from '#shared/contract/lights.ts';
import { type Period, periodEnd } from '#shared/domain/period.ts';
import { settingsAt } from '#shared/domain/supervision/dated-settings.ts';
import {
  type Edition,
  type EditionDraft,
  nextEdition,
  type PublishedContent,
  type PublishedLight,
  type PublishedTask,
  sealOf,
} from '#shared/domain/supervision/publication.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { insertAttachments } from '../db/repositories/attachment.repository.ts';
import { findLogHead, recordChange, sha256OfText } from '../db/repositories/change-log.repository.ts';
import {
  findEdition,
  findLatestEdition,
  insertEdition,
  listEditions,
  type StoredEdition,
} from '../db/repositories/publication.repository.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import { claimFileName } from '../excel/file-name.ts';
import { findAttachment } from './attachments.ts';
import type { ServiceContext } from './context.ts';
import { type Job, stopIfCancelled } from './job.ts';
import type { LightsService } from './lights.service.ts';
import { localDate } from './moment.ts';
import { keepPapers, type PaperDependencies } from './publication-papers.ts';
import { readJudgingRules } from './rule-settings.ts';
import { editionName, readScoreSheet } from './score-sheet.ts';

export interface PublishingDependencies extends PaperDependencies {
  open: Pick<OpenDatabase, 'database' | 'directory'>;
  lights: Pick<LightsService, 'list' | 'summary'>;
}

function publishedFigures({
  computed,
  expected,
  actual,
  gap,
  rule,
  reason,
  override,
  movement,
  progressClass,
}: LightFigures) {
  return {
    ...{ computed, expected, actual, gap, rule, reason, movement, progressClass },
    override:
      override === null
        ? null
        : {
            ...{ light: override.light, reason: override.reason, until: override.until },
            ...{ by: override.by, unit: override.unit },
          },
  };
}

function publishedLights({ rows }: LightList): PublishedLight[] {
  return rows.flatMap(({ code, parts }) =>
    parts.map((part) => ({
      code,
      unit: part.unit,
      light: part.override?.light ?? part.computed,
      ...publishedFigures(part),
    })),
  );
}

function publishedTasks({ rows }: LightList): PublishedTask[] {
  return rows.map((row) => {
    const { code, content, leader, due, light } = row;
    return { code, content, leader, due, light, ...publishedFigures(row) };
  });
}

/** All but the papers, which take longest to write. */
async function readContent(
  { open, lights }: PublishingDependencies,
  period: Period,
  sheet: ScoreSheet,
): Promise<PublishedContent> {
  const moment = { period };
  const summary = await lights.summary({ moment, filter: {}, groupBy: 'leader' });
  const list = await lights.list({ moment, filter: {} });
  const end = periodEnd(period);
  const rules = await readJudgingRules(open.database);
  const light = settingsAt(rules.light, end);
  const curves = rules.curves.filter(({ effectiveFrom }) => effectiveFrom <= end);
  return {
    // Through JSON, so that what is sealed is what is stored.
    figures: JSON.parse(JSON.stringify(summary)),
    lights: publishedLights(list),
    tasks: publishedTasks(list),
    changes:
      sheet.comparedWith === null ? null : { comparedWith: sheet.comparedWith, changes: sheet.changes },
    scores: sheet.scores,
    rules: JSON.parse(JSON.stringify({ score: sheet.rules, light, curves })),
    documents: [],
    logHead: await findLogHead(open.database),
  };
}

async function storeEdition(
  writer: Writer,
  { now, operator, origin }: ServiceContext,
  edition: Edition,
): Promise<number> {
  const id = await insertEdition(writer, edition, sealOf(edition, sha256OfText));
  await insertAttachments(
    writer,
    edition.content.documents.map(({ title, fileName, sha256 }) => ({
      entity: 'publication',
      entity_id: id,
      sha256,
      file_name: fileName,
      note: title,
      created_at: edition.publishedAt,
      created_by: operator,
    })),
  );
  await recordChange(writer, {
    at: now().toISOString(),
    actor: operator,
    origin,
    action: '发布',
    entity: 'publication',
    entityId: id,
    before: null,
    after: { period: edition.period, edition: edition.edition, reason: edition.reason },
  });
  return id;
}

/** @throws AppError `bad_input` without a reason for a later edition, or when nothing has changed */
async function draftEdition(reader: Reader, draft: EditionDraft): Promise<Edition> {
  const previous = await findLatestEdition(reader, draft.period);
  const result = nextEdition(previous === null ? null : editionOf(previous), draft);
  if (!result.ok) throw new AppError('bad_input', result.sentence);
  return result.edition;
}

/** @throws AppError as {@link draftEdition} and `keepPapers` */
export async function publishPeriod(
  dependencies: PublishingDependencies,
  period: Period,
  reason: string,
  job: Job,
): Promise<PublicationDetail> {
  const { open, lights, context } = dependencies;
  const { database } = open;
  const sheet = await readScoreSheet({ reader: database, lights, today: localDate(context.now()) }, period);
  const content = await readContent(dependencies, period, sheet);
  const publishedAt = context.now().toISOString();
  const draft = { period, reason, content, publishedAt, publishedBy: context.operator };
  // What is refused is refused before a minute's papers are written.
  const { reason: correction } = await draftEdition(database, draft);
  const documents = await keepPapers(dependencies, sheet, correction, job);
  stopIfCancelled(job);
  const id = await database.transaction().execute(async (writer) => {
    const edition = await draftEdition(writer, { ...draft, content: { ...content, documents } });
    return storeEdition(writer, context, edition);
  });
  return readPublication(database, id);
}

/** Whether it still says what was sealed. */
export function isWhole(stored: StoredEdition): boolean {
  return sealOf(editionOf(stored), sha256OfText) === stored.sha256;
}

function editionOf({ id: _, sha256: __, ...edition }: StoredEdition): Edition {
  return edition;
}

export function summaryOf({
  id,
  period,
  edition,
  reason,
  content,
  ...stored
}: StoredEdition): PublicationSummary {
  return {
    id,
    period,
    edition,
    label: editionName({ period, edition, reason }),
    publishedAt: stored.publishedAt,
    publishedBy: stored.publishedBy,
    sha256: stored.sha256,
    documents: content.documents.map(({ fileName }) => fileName),
  };
}

export async function readPublication(reader: Reader, id: number): Promise<PublicationDetail> {
  const stored = await findEdition(reader, id);
  if (stored === null) throw new AppError('not_found', '没有找到这一版，请刷新后再试。', { id });
  return {
    ...summaryOf(stored),
    reason: stored.reason,
    content: stored.content,
    problem: isWhole(stored) ? null : '这一版的内容与发布时封存的不一致，已被改动，请用备份核对。',
  };
}

export async function listPublications(reader: Reader): Promise<PublicationSummary[]> {
  return (await listEditions(reader)).map(summaryOf);
}

/** Copies of the kept papers. @throws AppError `not_found`, `file_unreadable`, `file_unwritable` */
export async function reprint(
  open: Pick<OpenDatabase, 'database' | 'directory'>,
  id: number,
  directory: string,
): Promise<string[]> {
  const { content } = await readPublication(open.database, id);
  await mkdir(directory, { recursive: true });
  const taken = new Set<string>();
  const files: string[] = [];
  for (const { fileName, sha256 } of content.documents) {
    const kept = await findAttachment(open.directory, sha256);
    const { name, ext } = parse(fileName);
    const file = join(directory, claimFileName(name, ext, directory, taken));
    await copyFile(kept, file);
    files.push(file);
  }
  return files;
}
