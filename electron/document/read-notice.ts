/** The general reader for notices of this shape: Markdown in, sections, tasks, roles and targets out. */
import { AppError } from '#shared/contract/errors.ts';
import type { Notice, NoticeTask } from '#shared/domain/notice.ts';
import type { Target } from '#shared/domain/target.ts';
import { taskCode } from '#shared/domain/task.ts';
import type { UnitEntry } from '#shared/domain/unit.ts';
import { createUnitResolver, type UnitResolver } from '#shared/domain/unit-name.ts';
import { readAnnexBlocks } from './annex-blocks.ts';
import { isAnnexMark } from './annex-lines.ts';
import { applyCorrections } from './corrections.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { readKeySections, type TaskRow } from './key-sections.ts';
import { readLivelihoodProjects } from './livelihood-projects.ts';
import { noticeError, noticeFileError } from './notice-error.ts';
import type { NoticeReference } from './notice-reference.ts';
import { findSharedWorks } from './shared-works.ts';
import { type SourceLine, splitSourceLines } from './source-lines.ts';
import { proposeTargets } from './targets/propose-targets.ts';
import { readTaskUnits } from './task-units.ts';

const plainReference: NoticeReference = { file: '通知', corrections: [], reviewedTargets: null };

function codeOf(row: TaskRow): string {
  return taskCode(row.section.kind, row.section.ordinal, row.row);
}

/** @throws AppError `bad_seed` listing every unknown name with its line, so that all can be added at once */
function checkUnitsKnown(file: string, rows: readonly TaskRow[], resolve: UnitResolver): void {
  const unknown = rows.flatMap(({ table }) =>
    readTaskUnits(table, resolve).unknown.map((printed) => ({ line: table.line, printed })),
  );
  const first = unknown[0];
  if (first === undefined) return;
  const others = unknown.slice(1).map(({ line, printed }) => `第 ${line} 行「${printed}」`);
  const more = others.length === 0 ? '' : `另有：${others.join('、')}。`;
  throw noticeError(
    { file, line: first.line },
    `单位目录里没有「${first.printed}」，请在 units.json 中登记该单位、别名或括号内机构。${more}`,
  );
}

/** @throws AppError `bad_seed` for a correction or target of a task that is not in the notice */
function checkCodesKnown(
  codes: ReadonlySet<string>,
  references: readonly { task: string; place: string }[],
): void {
  for (const { task, place } of references) {
    if (!codes.has(task)) throw new AppError('bad_seed', `${place}：通知里没有任务 ${task}。`, { task });
  }
}

function targetsOf(
  code: string,
  content: string,
  year: number,
  reviewed: NoticeReference['reviewedTargets'],
): Target[] {
  if (reviewed === null) return proposeTargets(content, year);
  return reviewed.filter((entry) => entry.task === code).map((entry) => entry.target);
}

function readTask(row: TaskRow, year: number, resolve: UnitResolver, reference: NoticeReference): NoticeTask {
  const code = codeOf(row);
  const sourceContent = row.table.cells.content;
  const corrections = reference.corrections.filter((correction) => correction.task === code);
  const content = applyCorrections(sourceContent, corrections);
  return {
    code,
    kind: row.section.kind,
    sectionOrdinal: row.section.ordinal,
    row: row.row,
    leader: row.leader,
    project: row.project,
    content,
    sourceContent,
    remark: row.table.cells.remark,
    units: readTaskUnits(row.table, resolve).units,
    targets: targetsOf(code, content, year, reference.reviewedTargets),
    corrections: corrections.map(({ field, from, to, reason }) => ({ field, from, to, reason })),
    line: row.table.line,
  };
}

function cutAtAnnexes(source: string, file: string): { letter: SourceLine[]; annexes: SourceLine[] } {
  const lines = splitSourceLines(source);
  const start = lines.findIndex((line) => isAnnexMark(line.text));
  if (start < 0) throw noticeFileError(file, '没有找到「附件」（应独占一行）。');
  return { letter: lines.slice(0, start), annexes: lines.slice(start) };
}

/** What stands before a notice's annexes. @throws AppError `bad_seed` */
export function readNoticeFront(source: string, file: string): FrontMatter {
  return readFrontMatter(file, cutAtAnnexes(source, file).letter);
}

/**
 * Reads a notice by the rules of domain.md, How the notice is read.
 * @param source the notice's Markdown, tables with tab-separated cells; `\n` or `\r\n`, a byte order mark is dropped
 * @param directory the unit directory; every printed unit and bracket office must be in it
 * @param reference corrections and reviewed targets of this notice
 * @throws AppError `bad_seed` naming the file and line that is wrong
 */
export function readNotice(
  source: string,
  directory: readonly UnitEntry[],
  reference: NoticeReference = plainReference,
): Notice {
  const { letter, annexes } = cutAtAnnexes(source, reference.file);
  const front = readFrontMatter(reference.file, letter);
  const blocks = readAnnexBlocks(reference.file, annexes);
  const key = readKeySections(reference.file, blocks.sections);
  const leaders = key.sections.flatMap((section) => section.leader ?? []);
  const livelihood = readLivelihoodProjects(reference.file, blocks.livelihoodRows, leaders);
  const rows = [...key.rows, ...livelihood.rows];
  const resolve = createUnitResolver(directory);
  checkUnitsKnown(reference.file, rows, resolve);
  checkCodesKnown(new Set(rows.map(codeOf)), [
    ...reference.corrections,
    ...(reference.reviewedTargets ?? []),
  ]);
  const tasks = rows.map((row) => readTask(row, front.year, resolve, reference));
  const sections = [...key.sections, ...livelihood.sections];
  return { ...front, sections, tasks, sharedWorks: findSharedWorks(tasks) };
}
