import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk } from '../fixtures/returns/desk.ts';

type Desk = Awaited<ReturnType<typeof openReturnDesk>>;

/** What stays of an undone batch: its own record, and the period it may have entered into the calendar. */
const bookkeeping = ['batch', 'return_file', 'change_log', 'period', 'desk_file'];

/** Every other table, row by row as SQLite stores it. */
function dump(desk: Desk): Record<string, string> {
  const tables = desk.open.raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    .pluck()
    .all();
  return Object.fromEntries(
    tables
      .filter((table) => !bookkeeping.includes(table))
      .map((table) => [table, JSON.stringify(desk.open.raw.prepare(`SELECT * FROM "${table}"`).raw().all())]),
  );
}

const codes = ['Z02-18', 'Z02-01', 'Z02-03', 'Z02-05'];

/** What stood before, what the form then said, and what a person decided, for one task. */
const rowPlan = fc.record({
  stored: fc.option(fc.constantFrom('旧一', '旧二')),
  changed: fc.boolean(),
  returned: fc.option(fc.constantFrom('新一', '新二', '旧一')),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  take: fc.constantFrom(true, false, null),
  side: fc.constantFrom('ours', 'theirs', undefined),
});

type RowPlan = typeof rowPlan extends fc.Arbitrary<infer Plan> ? Plan : never;

/** Each run has a period of its own, so that all can share one database. */
async function prepare(desk: Desk, plans: readonly RowPlan[], period: string): Promise<string> {
  const save = (code: string, narrative: string) => desk.save('区发改局', code, { narrative }, period);
  for (const [index, { stored }] of plans.entries()) {
    if (stored !== null) await save(codes[index] ?? '', stored);
  }
  const form = await desk.issueForm('区发改局', period);
  for (const [index, { changed }] of plans.entries()) {
    if (changed) await save(codes[index] ?? '', '改过');
  }
  const typed = plans.map(({ returned, percent }, index) => [
    codes[index] ?? '',
    { narrative: returned, percent, reporter: '张三' },
  ]);
  return desk.fillForm(form, Object.fromEntries(typed), `${period}.xlsx`);
}

test('undo after storing restores every table but the batch’s own record, whatever was decided', {
  timeout: 120_000,
}, async () => {
  const desk = await openReturnDesk();
  let run = 0;
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(rowPlan, { minLength: 4, maxLength: 4 }), async (plans) => {
      run += 1;
      const period = `2024-${String((run % 12) + 1).padStart(2, '0')}`;
      desk.open.raw.exec(
        'DELETE FROM form_issue_row; DELETE FROM form_issue WHERE id NOT IN (SELECT form_id FROM return_file WHERE form_id IS NOT NULL); DELETE FROM progress_report WHERE return_file_id IS NULL',
      );
      const [read] = await desk.preview(await prepare(desk, plans, period));
      if (read === undefined) throw new Error('nothing was read');
      for (const row of read.rows) {
        const plan = plans[codes.indexOf(row.code ?? '')];
        if (plan === undefined) continue;
        const sides = plan.side === undefined ? {} : { narrative: plan.side };
        await desk.decide(read, row, { take: plan.take, sides });
      }
      const before = dump(desk);
      const { batchId, revisions } = await desk.apply(read);
      stored += revisions;
      if (batchId === null) expect(dump(desk)).toEqual(before);
      else {
        expect(dump(desk).progress_report).not.toBe(before.progress_report);
        expect(await desk.returns.undo({ batchId })).toEqual({ batchId, undone: revisions, kept: [] });
        expect(dump(desk)).toEqual(before);
      }
      const { files } = await desk.returns.desk({});
      if (files.length > 0) await desk.returns.remove({ fileIds: files.map(({ id }) => id) });
    }),
    { numRuns: 15 },
  );
  expect(stored).toBeGreaterThan(15);
});

test('storing takes exactly the rows that were shown as taken', async () => {
  const desk = await openReturnDesk();
  const rows = codes.map((code, index) => [code, `进展${index}`, index * 10]);
  const file = desk.put(
    '回表.xlsx',
    await excelJsBook({ rows: [['区发改局2024年6月'], ['任务编号', '进展情况', '完成率'], ...rows] }),
  );
  const [read] = await desk.preview(file);
  if (read === undefined) throw new Error('nothing was read');
  const decided = await desk.decide(read, read.rows[1], { take: false });
  const shown = decided.rows.filter(({ taken }) => taken).map(({ code }) => code);
  expect(decided.counts.taken).toBe(shown.length);
  await desk.apply(read);
  expect([...(await desk.stored()).keys()].sort()).toEqual(shown.sort());
});
