import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkbook } from '#electron/excel/read/read-workbook.ts';
import { type ProgressValues, progressStatuses, progressStatusLabels } from '#shared/domain/progress.ts';
import { findReturnTables, readReturnRows } from '#shared/domain/return/read-return.ts';
import { taskCode } from '#shared/domain/task.ts';
import { excelJsBook, libreOffice, saveWithLibreOffice, sheetJsBook } from '../../fixtures/returns/books.ts';
import { plainSheet, plainWorkbook } from '../../fixtures/returns/plain.ts';
import { temporaryDirectory } from '../../helpers/database.ts';

type Row = { code: string; content: string } & Pick<
  ProgressValues,
  'narrative' | 'problems' | 'next' | 'phone'
> & {
    percent: number;
    status: NonNullable<ProgressValues['status']>;
    targets: string;
    reportedOn: string;
  };
type Column = keyof Row;
type Cell = string | number | null;

/** Names each column goes by; the and others from excel-notes.md. */
const names: Record<Column, readonly string[]> = {
  code: ['任务编号', '编号', '任务\n编号'],
  content: ['重点工作', '工作任务', '任务名称', '工 作 内 容', '督查事项'],
  narrative: ['本期进展', '进展情况', '推进情况', '落实情况', '截至6月底进展', '目前进展情况'],
  percent: ['完成比例(%)', '完成率', '完成百分比', '完成进度（％）', '进度'],
  status: ['状态', '进展状态'],
  problems: ['存在问题', '存在的问题', '困难', '困难和问题'],
  next: ['下一步措施', '下一步打算', '举措', '下阶段工作安排'],
  phone: ['联系电话', '手机', '联系方式'],
  targets: ['指标完成值', '实际完成', '完成值（个）', '完成数'],
  reportedOn: ['填报日期', '填报\n时间', '报送日期'],
};
const columns = Object.keys(names) as Column[];

const words = fc
  .array(
    fc.constantFrom('已开工', '完成桩基', '=1+1', '-20', '“试点”', '第一行\n第二行', '5个', 'A、B', '@人大'),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join('，'));
const row = fc.record({
  content: fc.constantFrom('打通断头路', '新增口袋公园', '出让经营性用地'),
  narrative: words,
  percent: fc.integer({ min: 1, max: 100 }),
  status: fc.constantFrom(...progressStatuses),
  problems: words,
  next: words,
  phone: fc.stringMatching(/^0577\d{8}$/),
  targets: fc.constantFrom('35', '2000万元', '企业：3家\n项目：2个'),
  reportedOn: fc.constantFrom('2024.6.28', '6月28日', '2024年6月28日'),
});
const table = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  order: fc.shuffledSubarray(columns, { minLength: columns.length }),
  headings: fc.record(
    Object.fromEntries(columns.map((column) => [column, fc.constantFrom(...names[column])])) as Record<
      Column,
      fc.Arbitrary<string>
    >,
  ),
  titles: fc.array(fc.constantFrom<Cell[]>([], ['2024年6月进展情况表'], ['填报单位：区发改局']), {
    maxLength: 25,
  }),
  indent: fc.integer({ min: 0, max: 3 }),
  percentAs: fc.constantFrom<(percent: number) => Cell>(
    (percent) => percent,
    (percent) => `${percent}%`,
    (percent) => `完成${percent}％`,
  ),
});
type Table = typeof table extends fc.Arbitrary<infer Value> ? Value : never;

const coded = (rows: Table['rows']): Row[] =>
  rows.map((entry, index) => ({ code: taskCode('key', 2, index + 1), ...entry }));

function laidOut({ rows, order, headings, titles, indent, percentAs }: Table): Cell[][] {
  const margin: Cell[] = Array.from({ length: indent }, () => null);
  const shown = (entry: Row, column: Column): Cell => {
    if (column === 'percent') return percentAs(entry.percent);
    return column === 'status' ? progressStatusLabels[entry.status] : entry[column];
  };
  const heading = order.map((column) => headings[column]);
  const data = coded(rows).map((entry) => [...margin, ...order.map((column) => shown(entry, column))]);
  return [...titles, [...margin, ...heading], ...data, [], ['注：数据截至月底。']];
}

function expected({ rows }: Table) {
  return coded(rows).map(({ code, content, targets, reportedOn, ...stated }) => ({
    code,
    contents: [content],
    stated,
    targets,
    reportedOn,
  }));
}

function found(workbook: Parameters<typeof findReturnTables>[0]) {
  const { rows, conflicts } = readReturnRows(findReturnTables(workbook), 6);
  expect(conflicts).toEqual([]);
  return rows.map(({ labels, stated, targetCell, dateCell }) => ({
    code: labels.code,
    contents: labels.contents,
    stated,
    targets: targetCell?.cell.text,
    reportedOn: dateCell?.cell.text,
  }));
}

test('a table in any order of columns, under any known names, below any titles reads back equal', () => {
  fc.assert(
    fc.property(table, (drawn) => {
      expect(found(plainWorkbook(plainSheet(laidOut(drawn))))).toEqual(expected(drawn));
    }),
    { numRuns: 300 },
  );
});

test.each(['xlsx', 'biff8', 'ods', 'xlsb'] as const)('the same through a real %s file', (bookType) => {
  fc.assert(
    fc.property(table, (drawn) => {
      const bytes = sheetJsBook(bookType, { rows: laidOut(drawn) });
      expect(found(readWorkbook(bytes, '回表'))).toEqual(expected(drawn));
    }),
    { numRuns: 25 },
  );
});

test('the same through a file that exceljs wrote', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (drawn) => {
      const bytes = await excelJsBook({ rows: laidOut(drawn) });
      expect(found(readWorkbook(bytes, '回表'))).toEqual(expected(drawn));
    }),
    { numRuns: 25 },
  );
});

test.skipIf(libreOffice === null).each(['xls', 'xlsx', 'ods'])(
  'the same once LibreOffice has saved it as %s',
  { timeout: 120_000 },
  async (filter) => {
    const directory = temporaryDirectory();
    const [drawn] = fc.sample(table, { numRuns: 1, seed: 42 });
    if (drawn === undefined) throw new Error('nothing was drawn');
    const file = join(directory, '回表.xlsx');
    writeFileSync(file, await excelJsBook({ rows: laidOut(drawn) }));
    const saved = readFileSync(saveWithLibreOffice(file, filter, directory));
    expect(found(readWorkbook(saved, '回表'))).toEqual(expected(drawn));
  },
);
