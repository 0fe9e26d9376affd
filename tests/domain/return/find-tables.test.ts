import { describe, expect, test } from 'vitest';
import { findReturnTables, readReturnRows } from '#shared/domain/return/read-return.ts';
import type { ReadRow } from '#shared/domain/return/read-table.ts';
import type { PlainSheet } from '#shared/domain/sheet.ts';
import { merge, plainSheet, plainWorkbook, type Shown } from '../../fixtures/returns/plain.ts';

function read(...sheets: readonly PlainSheet[]) {
  const tables = findReturnTables(plainWorkbook(...sheets));
  return { ...readReturnRows(tables, 6), tables };
}

const shortly = ({ row, labels, stated }: ReadRow) => [row, labels.contents[0] ?? labels.code, stated];
const header = ['序号', '重点工作', '本期进展', '完成比例'];

describe('the table is found wherever it stands', () => {
  test('under title rows, blank rows and the filing line', () => {
    const { rows, tables } = read(
      plainSheet([
        ['2024年6月重点工作进展情况表'],
        [],
        ['填报单位：区发改局', null, null, '单位：万元'],
        [],
        header,
        [1, '打通断头路', '已开工', 85],
      ]),
    );
    expect(rows.map(shortly)).toEqual([[6, '打通断头路', { narrative: '已开工', percent: 85 }]]);
    expect(tables.texts).toContain('填报单位：区发改局');
  });

  test('below the first 20 rows', () => {
    const above: Shown[][] = Array.from({ length: 40 }, (_, index) => [`第 ${index} 条说明`]);
    const { rows } = read(plainSheet([...above, header, [1, '打通断头路', '已开工', 85]]));
    expect(rows.map(({ row }) => row)).toEqual([42]);
  });

  test('shifted to the right', () => {
    const shift = (row: readonly Shown[]) => [null, null, ...row];
    const { rows } = read(plainSheet([shift(header), shift([1, '打通断头路', '已开工', 85])]));
    expect(rows[0]?.cells).toEqual({ narrative: 'E2', percent: 'F2' });
  });

  test('on the second sheet, the first being notes', () => {
    const notes = plainSheet([['填报说明'], ['请按时报送']], { name: '说明' });
    const { rows } = read(notes, plainSheet([header, [1, '打通断头路', '已开工', 85]], { name: '表' }));
    expect(rows.map(({ sheet }) => sheet)).toEqual(['表']);
  });

  test('a table on a hidden sheet is not read but told', () => {
    const hidden: PlainSheet = { ...plainSheet([header, [1, 'a任务', '已开工', 85]]), visibility: 'hidden' };
    const { rows, tables } = read(hidden);
    expect(rows).toEqual([]);
    expect(tables.notices.join()).toContain('隐藏的工作表「填报表」');
  });

  test('two-row headers with merged group heads', () => {
    const { rows } = read(
      plainSheet(
        [
          ['序号', '重点工作', '进展情况', null, null, '上期', null],
          [null, null, '本期进展', '完成比例', '存在问题', '进展情况', '完成比例'],
          [1, '打通断头路', '已开工', 85, '缺资金', '未开工', 10],
        ],
        { merges: [merge(0, 0, 1, 0), merge(0, 1, 1, 1), merge(0, 2, 0, 4), merge(0, 5, 0, 6)] },
      ),
    );
    expect(rows.map(shortly)).toEqual([
      [3, '打通断头路', { narrative: '已开工', percent: 85, problems: '缺资金' }],
    ]);
  });

  test('the same from a csv, where the merges are lost', () => {
    const { rows } = read(
      plainSheet([
        ['序号', '重点工作', '工作推进', null, '存在问题'],
        [null, null, '进展情况', '完成率', null],
        ['1', '打通断头路', '已开工', '85%', '无'],
      ]),
    );
    expect(rows.map(shortly)).toEqual([
      [3, '打通断头路', { narrative: '已开工', percent: 85, problems: '无' }],
    ]);
  });

  test('a title over two columns is not a group head', () => {
    const { tables } = read(
      plainSheet(
        [
          ['区发改局进展情况', null],
          ['重点工作', '进展情况'],
          ['打通断头路', '已开工'],
        ],
        {
          merges: [merge(0, 0, 0, 1)],
        },
      ),
    );
    expect(tables.texts).toEqual(['区发改局进展情况']);
  });
});

describe('rows that are no data are told from data', () => {
  test('a repeated header, group headings, totals, notes and signatures', () => {
    const { rows } = read(
      plainSheet(
        [
          header,
          ['一、经济发展', null, null, null],
          [1, '打通断头路', '已开工', 85],
          [],
          header,
          ['二、民生实事'],
          [2, '新增口袋公园', '已完成', '已完成'],
          ['合计', null, '2 项', 92.5],
          ['注：1.请于28日前报送。'],
          ['2.数据截至月底。'],
          ['填报人：张三', null, '联系电话：0577-88888888', '审核人：李四'],
          ['单位（盖章）：'],
        ],
        { merges: [merge(1, 0, 1, 3)] },
      ),
    );
    expect(rows.map(shortly)).toEqual([
      [3, '打通断头路', { narrative: '已开工', percent: 85 }],
      [7, '新增口袋公园', { narrative: '已完成', percent: 100 }],
    ]);
    expect(rows.map(({ labels }) => labels.section)).toEqual(['一、经济发展', '二、民生实事']);
  });

  test('several tables on one sheet, each with its own columns', () => {
    const { rows } = read(
      plainSheet([
        header,
        [1, '打通断头路', '已开工', 85],
        [],
        ['附件2 民生实事'],
        ['项目内容', '完成率', '推进情况'],
        ['新增口袋公园', 50, '选址完成'],
      ]),
    );
    expect(rows.map(shortly)).toEqual([
      [2, '打通断头路', { narrative: '已开工', percent: 85 }],
      [6, '新增口袋公园', { narrative: '选址完成', percent: 50 }],
    ]);
  });

  test('a row that states something without naming a task is kept, to be asked about', () => {
    const { rows } = read(
      plainSheet([header, [1, '打通断头路', '已开工', 85], [null, null, '二期已立项', null]]),
    );
    expect(rows.map(shortly).at(-1)).toEqual([3, null, { narrative: '二期已立项' }]);
  });
});

describe('merges and blanks', () => {
  const livelihood = ['序号', '项目名称', '项目内容', '牵头领导', '本期进展'];

  test('a merged label cell inherits downward, a blank one never', () => {
    const { rows } = read(
      plainSheet(
        [
          livelihood,
          [1, '教育优学', '新投用小学', '张 伟', '已开学'],
          [null, null, '安装空调', null, '招标中'],
          [2, '医疗健康', '参保人数', '伍国军', '80 万'],
          [null, null, '慢病诊疗', null, '试运行'],
        ],
        { merges: [merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 3, 2, 3)] },
      ),
    );
    expect(rows.map(({ labels }) => [labels.number, labels.project, labels.leader])).toEqual([
      [1, '教育优学', '张伟'],
      [1, '教育优学', '张伟'],
      [2, '医疗健康', '伍国军'],
      [null, '', ''],
    ]);
  });

  test('a reporting cell merged over two tasks states something of the first only, and says so', () => {
    const { rows } = read(
      plainSheet([header, [1, '打通断头路', '均已开工', 85], [2, '打通断头河', null, 50]], {
        merges: [merge(1, 2, 2, 2)],
      }),
    );
    expect(rows[1]?.stated).toEqual({ percent: 50 });
    expect(rows[1]?.problems[0]).toMatchObject({
      column: '本期进展',
      message: expect.stringContaining('第 2 行合并'),
    });
  });
});

describe('columns', () => {
  test('the one about now is meant, not the more general one beside it', () => {
    const { rows } = read(
      plainSheet([
        ['重点工作', '完成情况', '本期进展'],
        ['打通断头路', '是', '已开工'],
      ]),
    );
    expect(rows[0]?.stated.narrative).toBe('已开工');
  });

  test('of several months the period’s is meant', () => {
    const { rows } = read(
      plainSheet([
        ['重点工作', '4月进展', '5月进展', '6月进展'],
        ['打通断头路', '立项', '招标', '开工'],
      ]),
    );
    expect(rows[0]?.stated.narrative).toBe('开工');
  });

  test('two equals are not guessed between', () => {
    const { conflicts } = read(
      plainSheet([
        ['重点工作', '进展情况', '推进情况'],
        ['打通断头路', '已开工', '顺利'],
      ]),
    );
    expect(conflicts[0]).toContain('「进展情况」和「推进情况」都像「本期进展」');
  });

  test('进度 is texts or percents as its cells are', () => {
    const percents = read(
      plainSheet([
        ['重点工作', '进度'],
        ['a任务', '85%'],
        ['b任务', 50],
      ]),
    );
    expect(percents.rows.map(({ stated }) => stated)).toEqual([{ percent: 85 }, { percent: 50 }]);
    const texts = read(
      plainSheet([
        ['重点工作', '工作进度'],
        ['a任务', '已开工'],
        ['b任务', '招标中'],
      ]),
    );
    expect(texts.rows.map(({ stated }) => stated)).toEqual([
      { narrative: '已开工' },
      { narrative: '招标中' },
    ]);
  });

  test('what has no place here is told, blank or hidden columns are not', () => {
    const { notices } = read(
      plainSheet(
        [
          ['重点工作', '本期进展', '备注', '空列', '旧列'],
          ['打通断头路', '已开工', '急', null, 'x'],
        ],
        {
          hiddenColumns: [4],
        },
      ),
    );
    expect(notices).toEqual(['没有对应的栏目、没有导入的列：备注。']);
  });
});

describe('cells', () => {
  test('a bad percent refuses its row only, with the address’ column and the reason', () => {
    const { rows } = read(
      plainSheet([header, [1, '打通断头路', '已开工', '约三分之二'], [2, '打通断头河', '已开工', 50]]),
    );
    expect(rows.map(({ refused }) => refused)).toEqual([true, false]);
    expect(rows[0]?.problems).toEqual([
      { column: '完成比例', cell: 'D2', message: expect.stringContaining('「约三分之二」不是确切的百分数') },
    ]);
  });

  test('a phone is text, an unknown status is left out and told, a date is a date', () => {
    const { rows } = read(
      plainSheet([
        ['重点工作', '本期进展', '状态', '联系电话'],
        [
          '打通断头路',
          { kind: 'date', text: '6/30/24', number: 45_473, date: '2024-06-30' },
          '滞后',
          13_800_000_000,
        ],
      ]),
    );
    expect(rows[0]?.stated).toEqual({ narrative: '2024-06-30', phone: '13800000000' });
    expect(rows[0]?.problems[0]?.message).toContain('「滞后」不是');
    expect(rows[0]?.refused).toBe(false);
  });

  test('errors, pictures and formulas without a value refuse the row', () => {
    const bad: [Shown, string][] = [
      [{ kind: 'error', text: '#REF!' }, '错误值「#REF!」'],
      [{ kind: 'error', text: '[图片]' }, '是图片'],
      [{ text: '', formulaWithoutValue: true }, '公式没有保存结果'],
    ];
    for (const [cell, reason] of bad) {
      const { rows } = read(
        plainSheet([
          ['重点工作', '本期进展'],
          ['打通断头路', cell],
        ]),
      );
      expect(rows[0]).toMatchObject({
        refused: true,
        problems: [{ message: expect.stringContaining(reason) }],
      });
    }
  });

  test('lines stay lines and ends are trimmed', () => {
    const { rows } = read(
      plainSheet([
        ['重点工作', '本期进展'],
        ['打通断头路', '  一、开工 \r\n二、竣工\n '],
      ]),
    );
    expect(rows[0]?.stated.narrative).toBe('一、开工\n二、竣工');
  });
});

test('the marks of a row', () => {
  const { rows } = read(
    plainSheet([
      ['任务编号', '重点工作', '本期进展', null],
      ['z02－18', '全力争取', '在做', 'f31edede-1fe8-432b-a863-83ca027cbebf:Z02-18'],
      [null, 'M04-03 新建充电桩', '在做', null],
    ]),
  );
  expect(rows.map(({ labels }) => [labels.code, labels.hiddenId?.code ?? null])).toEqual([
    ['Z02-18', 'Z02-18'],
    ['M04-03', null],
  ]);
});
