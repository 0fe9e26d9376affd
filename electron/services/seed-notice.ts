/** Storing a notice that has been read: leaders, sections, tasks and what belongs to them. */
import { AppError } from '#shared/contract/errors.ts';
import type { Notice, NoticeLeader, NoticeSection, NoticeTask } from '#shared/domain/notice.ts';
import { taskSearchText } from '#shared/domain/search-text.ts';
import type { Writer } from '../db/executor.ts';
import { insertLeader, listLeaders, updateLeaderTitle } from '../db/repositories/directory.repository.ts';
import { insertSection, insertSharedWork } from '../db/repositories/document.repository.ts';
import { insertTask, type NewTask } from '../db/repositories/notice-tasks.repository.ts';
import { isConstraintFailure } from '../db/sqlite/sqlite-error.ts';

interface Ids {
  document: number;
  /** By name. */
  leaders: ReadonlyMap<string, number>;
  /** By kind and ordinal. */
  sections: ReadonlyMap<string, number>;
  /** By task code. */
  sharedWorks: ReadonlyMap<string, number>;
  /** By canonical name. */
  units: ReadonlyMap<string, number>;
}

/** @throws AppError `bad_seed` naming the line of the notice that cannot be stored */
export async function storeNotice(
  writer: Writer,
  notice: Notice,
  documentId: number,
  units: ReadonlyMap<string, number>,
): Promise<void> {
  const leaders = await storeLeaders(writer, notice);
  const sections = await storeSections(writer, notice, documentId, leaders);
  const sharedWorks = await storeSharedWorks(writer, notice, documentId);
  const ids: Ids = { document: documentId, leaders, sections, sharedWorks, units };
  for (const task of notice.tasks) {
    await atLine(notice, task.line, () => insertTask(writer, newTask(notice, task, ids)));
  }
}

/** A leader is known by name; the newest printed office stands. */
async function storeLeaders(writer: Writer, notice: Notice): Promise<Map<string, number>> {
  const known = await listLeaders(writer);
  const ids = new Map([...known].map(([name, leader]) => [name, leader.id]));
  for (const { name, title } of printedLeaders(notice)) {
    const leader = known.get(name);
    if (leader === undefined) ids.set(name, await insertLeader(writer, name, title));
    else if (title !== '' && title !== leader.title) await updateLeaderTitle(writer, leader.id, title);
  }
  return ids;
}

/** Each leader once, in printed order, with the first office the notice prints for them. */
function printedLeaders(notice: Notice): NoticeLeader[] {
  const titles = new Map<string, string>();
  for (const { leader } of [...notice.sections, ...notice.tasks]) {
    if (leader !== null) titles.set(leader.name, titles.get(leader.name) || leader.title);
  }
  return [...titles].map(([name, title]) => ({ name, title }));
}

async function storeSections(
  writer: Writer,
  notice: Notice,
  documentId: number,
  leaders: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const section of notice.sections) {
    const { kind, ordinal, label, title, leader, remark, line } = section;
    const leaderId = leader === null ? null : (leaders.get(leader.name) ?? null);
    const row = { document_id: documentId, kind, ordinal, label, title, leader_id: leaderId, remark };
    ids.set(sectionKey(kind, ordinal), await atLine(notice, line, () => insertSection(writer, row)));
  }
  return ids;
}

async function storeSharedWorks(
  writer: Writer,
  notice: Notice,
  documentId: number,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { codes } of notice.sharedWorks) {
    const id = await insertSharedWork(writer, documentId);
    for (const code of codes) ids.set(code, id);
  }
  return ids;
}

function newTask(notice: Notice, task: NoticeTask, ids: Ids): NewTask {
  const { kind, row, code, content, sourceContent, remark, leader, line } = task;
  const sectionId = ids.sections.get(sectionKey(kind, task.sectionOrdinal));
  if (sectionId === undefined) throw lineError(notice, line, '这一行不属于任何一个部分。');
  return {
    task: {
      document_id: ids.document,
      section_id: sectionId,
      leader_id: leader === null ? null : (ids.leaders.get(leader.name) ?? null),
      shared_work_id: ids.sharedWorks.get(code) ?? null,
      code,
      kind,
      row_number: row,
      content,
      source_content: sourceContent,
      remark,
      source_line: line,
      search_text: taskSearchText({ ...task, leader: leader?.name ?? null }),
    },
    units: task.units.map(({ name, printed, role }) => {
      const unitId = ids.units.get(name);
      if (unitId === undefined) throw lineError(notice, line, `单位“${name}”不在单位目录里。`);
      return { unit_id: unitId, role, printed };
    }),
    targets: task.targets,
    corrections: task.corrections.map(({ from, to, reason }) => ({
      from_text: from,
      to_text: to,
      reason,
      created_at: null,
      created_by: null,
    })),
  };
}

function sectionKey(kind: NoticeSection['kind'], ordinal: number): string {
  return `${kind} ${ordinal}`;
}

/** What the tables refuse (a code twice, an empty content) is told with the line it stands on. */
async function atLine<Result>(notice: Notice, line: number, store: () => Promise<Result>): Promise<Result> {
  try {
    return await store();
  } catch (error) {
    if (!isConstraintFailure(error)) throw error;
    throw lineError(notice, line, `不能入库（${error.message}），请检查编号是否重复、内容是否为空。`);
  }
}

function lineError(notice: Notice, line: number, problem: string): AppError {
  return new AppError(
    'bad_seed',
    `通知“${notice.number}”第 ${line} 行：${problem}通知没有导入，数据没有改动。`,
    {
      document: notice.number,
      line,
    },
  );
}
