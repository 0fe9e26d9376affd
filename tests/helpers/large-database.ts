/** A database of many years' size, for the bench and for looking at query plans. Its content is deterministic. */
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { defaultDeadline, monthsOfYear, type Period, periodEnd } from '#shared/domain/period.ts';
import { searchText } from '#shared/domain/search-text.ts';
import { type TaskKind, taskCode } from '#shared/domain/task.ts';

export interface LargeDatabaseSize {
  /** Any number; every 5,400 are another year's document. */
  tasks: number;
  reports: number;
}

const rowsPerSection = 90;
const sectionsPerDocument = 60;
const keySections = 50;
const firstYear = 2019;
const unitNames = Array.from({ length: 100 }, (_, index) => `区第${index + 1}工作局`);
const leaderNames = ['林一', '张二', '陈三', '伍四', '滕五', '杨六', '王七', '周八', '潘九', '李十'];
const at = '2024-06-20T02:00:00.000Z';
const places = ['五马街道', '滨江街道', '七都街道', '南汇街道', '蒲鞋市街道', '双屿街道', '丰门街道'];
const works = [
  '推进老旧小区改造提升，完善配套设施，年内完工',
  '新增规上服务业企业，健全梯度培育机制，力争达到',
  '打通断头路，优化路网结构，全年计划建成通车',
  '深化营商环境改革，落地“一类事”服务场景，覆盖',
  '建设筹集保障性租赁住房，加快项目开工，合计',
  '开展安全生产专项治理，整改重点场所隐患，清零',
];

interface Content {
  text: string;
  search: string;
}

/** The distinct contents, with their pinyin made once. */
function contents(): Content[] {
  return works.flatMap((work) =>
    places.map((place) => {
      const text = `${work} ${place} 12 个以上，确保按序时进度完成并长效管护。`;
      return { text, search: searchText([text]) };
    }),
  );
}

function insertDirectory(raw: SqliteDatabase): string[] {
  const unit = raw.prepare(`insert into unit (id, name, kind, position) values (?, ?, 'department', ?)`);
  const leader = raw.prepare(`insert into leader (id, name, title) values (?, ?, '副区长')`);
  for (const [index, name] of unitNames.entries()) unit.run(index + 1, name, index);
  for (const [index, name] of leaderNames.entries()) leader.run(index + 1, name);
  return unitNames.map((name) => searchText([name]));
}

/** The two leads of the task at `index`, who report. */
export function leadsOf(index: number): [number, number] {
  const first = index % unitNames.length;
  return [first + 1, ((first + 7) % unitNames.length) + 1];
}

/** The leads, then three members. */
function unitsOf(index: number): number[] {
  const members = [11, 23, 31].map((step) => ((index + step) % unitNames.length) + 1);
  return [...leadsOf(index), ...members];
}

function insertDocument(raw: SqliteDatabase, id: number): void {
  const year = firstYear + id - 1;
  raw
    .prepare(
      `insert into document (id, number, title, year, issue_date, source_text, source_sha256, created_at)
       values (?, ?, '政府工作报告重点工作责任分解', ?, ?, '', ?, ?)`,
    )
    .run(id, `温鹿政办〔${year}〕1号`, year, `${year}-03-07`, 'a'.repeat(64), at);
}

interface Place {
  documentId: number;
  sectionId: number;
  kind: TaskKind;
  ordinal: number;
  row: number;
  leaderId: number;
}

function placeOf(index: number): Place {
  const section = Math.floor(index / rowsPerSection);
  const within = section % sectionsPerDocument;
  const isKey = within < keySections;
  return {
    documentId: Math.floor(section / sectionsPerDocument) + 1,
    sectionId: section + 1,
    kind: isKey ? 'key' : 'livelihood',
    ordinal: isKey ? within + 1 : within - keySections + 1,
    row: (index % rowsPerSection) + 1,
    leaderId: (section % leaderNames.length) + 1,
  };
}

function insertSections(raw: SqliteDatabase, tasks: number): void {
  const section = raw.prepare(
    `insert into section (id, document_id, kind, ordinal, label, title, leader_id, remark)
     values (?, ?, ?, ?, ?, '重点工作', ?, '')`,
  );
  for (let index = 0; index < tasks; index += rowsPerSection) {
    const { documentId, sectionId, kind, ordinal, leaderId } = placeOf(index);
    if ((sectionId - 1) % sectionsPerDocument === 0) insertDocument(raw, documentId);
    section.run(sectionId, documentId, kind, ordinal, String(ordinal), leaderId);
  }
}

function insertRoles(raw: SqliteDatabase): (index: number) => void {
  const role = raw.prepare(
    'insert into task_unit (task_id, unit_id, role, printed, position) values (?, ?, ?, ?, ?)',
  );
  const reporting = raw.prepare(
    'insert into task_reporting_unit (task_id, unit_id, position) values (?, ?, ?)',
  );
  return (index) => {
    for (const [position, unitId] of unitsOf(index).entries()) {
      role.run(index + 1, unitId, position < 2 ? 'lead' : 'member', unitNames[unitId - 1], position);
    }
    for (const [position, unitId] of leadsOf(index).entries()) reporting.run(index + 1, unitId, position);
  };
}

function insertTasks(raw: SqliteDatabase, tasks: number): void {
  const unitSearch = insertDirectory(raw);
  insertSections(raw, tasks);
  const insertRolesOf = insertRoles(raw);
  const texts = contents();
  const task = raw.prepare(
    `insert into task (id, document_id, section_id, leader_id, code, kind, row_number, content, source_content,
       remark, source_line, search_text) values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)`,
  );
  for (let index = 0; index < tasks; index += 1) {
    const { documentId, sectionId, kind, ordinal, row, leaderId } = placeOf(index);
    const { text, search } = texts[index % texts.length] ?? { text: '', search: '' };
    const code = taskCode(kind, ordinal, row);
    const names = unitsOf(index).map((unitId) => unitSearch[unitId - 1]);
    const words = [code.toLowerCase(), search, ...names].join(' ');
    task.run(index + 1, documentId, sectionId, leaderId, code, kind, row, text, text, row, words);
    insertRolesOf(index);
  }
}

/** Month by month, as a real year fills up: both leads of every task, then a second revision of each. */
function insertReports(raw: SqliteDatabase, { tasks, reports }: LargeDatabaseSize): void {
  const report = raw.prepare(
    `insert into progress_report (task_id, unit_id, period, period_end, revision, narrative, percent, status,
       problems, next_step, reporter, phone, source, created_at, created_by)
     values (?, ?, ?, ?, ?, ?, ?, 'in_progress', '', '下月完成收尾。', '张三', '', 'entry', ?, '李四')`,
  );
  const calendar = insertCalendar(raw, tasks);
  for (let index = 0; index < reports; index += 1) {
    const taskIndex = index % tasks;
    const round = Math.floor(index / tasks);
    const month = Math.floor(round / 4) % 12;
    const revision = Math.floor(round / 48) * 2 + (Math.floor(round / 2) % 2) + 1;
    const period = calendar[placeOf(taskIndex).documentId - 1]?.[month] as Period;
    const narrative = `截至${month + 1}月底已完成 ${(index % 97) + 1} 个，其余正在推进，形象进度符合节点要求，现场管理有序。`;
    const lead = leadsOf(taskIndex)[round % 2];
    const percent = (month * 8 + revision) % 101;
    report.run(taskIndex + 1, lead, period, periodEnd(period), revision, narrative, percent, at);
  }
}

/** @returns the months of each document's year */
function insertCalendar(raw: SqliteDatabase, tasks: number): Period[][] {
  const month = raw.prepare('insert into period (period, deadline) values (?, ?)');
  const documents = placeOf(tasks - 1).documentId;
  const calendar = Array.from({ length: documents }, (_, index) => monthsOfYear(firstYear + index));
  for (const period of calendar.flat()) month.run(period, defaultDeadline(period));
  return calendar;
}

/**
 * Fills an empty data folder. 20,000 tasks with 1,000,000 reports take a quarter of a minute.
 * @param directory where `openDatabase` will find it
 */
export async function buildLargeDatabase(directory: string, size: LargeDatabaseSize): Promise<void> {
  const open = await openDatabase({ directory });
  try {
    // A file that is thrown away needs no safety, and the next opening sets the pragmas again.
    open.raw.pragma('synchronous = OFF');
    open.raw.pragma('cache_size = -400000');
    open.raw.transaction(() => {
      insertTasks(open.raw, size.tasks);
      insertReports(open.raw, size);
    })();
  } finally {
    await open.close();
  }
}
