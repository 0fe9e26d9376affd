/**
 * task_query_20k. Ours: the tasks service's list(): the filter made into conditions, Kysely's compiling, rows,
 * units, latest progress, the counts of the whole filter, and the objects the grid shows.
 * Baseline: one better-sqlite3 statement, prepared once, that fetches the same columns of the same 500 rows: task,
 * section and leader joined, unit names and latest reports as JSON text that nobody parses. It does not count.
 */
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { createTasksService, type TasksService } from '#electron/services/tasks.service.ts';
import { openLargeFile } from './large-file.ts';
import { type Bench, interleave, ratioFigure, timed } from './measure.ts';
import { benchContext } from './workspace.ts';

/** Finds 556 tasks, so that the first page is full and hardly any row can be left unread. */
const filter = { kind: 'key', leaderId: 3, text: '开' } as const;
const pageSize = 500;

const pageStatement = `
  with page as (
    select task.id, task.code, task.kind, task.document_id, task.content, task.remark,
      section.label, section.title, leader.name as leader,
      exists (select 1 from correction where correction.task_id = task.id) as corrected
    from section
    join task on task.section_id = section.id
    left join leader on leader.id = task.leader_id
    where task.kind = ? and task.leader_id = ? and task.search_text like ?
    order by section.document_id, section.kind, section.ordinal, task.row_number
    limit ${pageSize})
  select page.*,
    (select json_group_array(json_array(printed.unit_id, unit.name, printed.printed, printed.role, unit.membership))
      from task_unit as printed join unit on unit.id = printed.unit_id
      where printed.task_id = page.id) as units,
    (select json_group_array(json_array(unit.name, report.period, report.percent, report.narrative))
      from task_reporting_unit as asked
      join unit on unit.id = asked.unit_id
      join progress_report as report on report.id = (
        select word.id from progress_report as word
        where word.task_id = asked.task_id and +word.unit_id = asked.unit_id
        order by word.period_end desc, word.period desc, word.revision desc limit 1)
      where asked.task_id = page.id) as latest
  from page`;

interface PageRow {
  code: string;
  units: string;
  latest: string;
}

function prepareBaseline(raw: SqliteDatabase): () => PageRow[] {
  const statement = raw.prepare<[string, number, string], PageRow>(pageStatement);
  return () => statement.all(filter.kind, filter.leaderId, `%${filter.text}%`);
}

/** A comparison means something only where both fetch the same. */
async function checkSameRows(tasks: TasksService, fetchPage: () => PageRow[]): Promise<void> {
  const { rows } = await tasks.list({ filter, offset: 0, limit: pageSize });
  const ours = rows.map(({ code, units, latest }) => [code, units.length, latest?.reports.length]);
  const theirs = fetchPage().map((row) => [
    row.code,
    JSON.parse(row.units).length,
    JSON.parse(row.latest).length,
  ]);
  const isFull = ours.length === pageSize;
  if (!isFull || JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error('the two pages differ');
}

export const taskQuery: Bench = {
  name: 'task_query_20k',
  async measure(remark) {
    const open = await openLargeFile(remark);
    try {
      const tasks = createTasksService(open.database, benchContext);
      const fetchPage = prepareBaseline(open.raw);
      await checkSameRows(tasks, fetchPage);
      const sides = {
        ours: () => timed(() => tasks.list({ filter, offset: 0, limit: pageSize })),
        baseline: () => timed(fetchPage),
      };
      return ratioFigure('task_query_20k', await interleave(sides, { runs: 41, warmUps: 5 }));
    } finally {
      await open.close();
    }
  },
};
