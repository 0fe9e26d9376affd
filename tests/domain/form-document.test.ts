import { expect, test } from 'vitest';
import { type FormFacts, formDocument } from '#shared/domain/form-document.ts';
import { formColumns, formInputColumns } from '#shared/domain/form-layout.ts';
import { type Period, parsePeriod } from '#shared/domain/period.ts';
import { emptyProgress } from '#shared/domain/progress.ts';

const facts: FormFacts = {
  formId: 'f1',
  unit: '区发改局',
  period: parsePeriod('2024-06') as Period,
  deadline: '2024-06-28',
  document: {
    number: '温鹿政办〔2024〕16号',
    title: '温州市鹿城区人民政府办公室关于印发2024年政府工作报告重点工作责任分解的通知',
    year: 2024,
  },
  issuedAt: '2024-06-20T01:00:00.000Z',
  tasks: [
    {
      code: 'Z02-01',
      kind: 'key',
      content: '地区生产总值增长 6%以上。',
      leader: null,
      role: 'lead',
      targets: [],
      previous: { period: '2024-05', narrative: '增长5.8%', percent: 45 },
      revision: 2,
      values: { ...emptyProgress, narrative: '增长5.9%', percent: 50 },
      targetValues: [],
    },
  ],
};

test('a form names unit, period and deadline, and gives each row its own id', () => {
  const form = formDocument(facts);
  expect(form.title).toBe('2024年6月重点工作进展填报表');
  expect(form.headLine).toBe('填报单位：区发改局　　报告期：2024年6月　　报送截止：2024年6月28日');
  expect(form.rows).toMatchObject([
    { rowId: 'f1:Z02-01', role: '牵头', leader: '', previous: '（2024年5月，45%）增长5.8%' },
  ]);
});

test('what was accepted already fills the form and is its base', () => {
  const { rows, meta } = formDocument(facts);
  expect(rows[0]?.values.narrative).toBe('增长5.9%');
  expect(meta.rows).toMatchObject([
    {
      code: 'Z02-01',
      rowId: 'f1:Z02-01',
      revision: 2,
      base: { narrative: '增长5.9%', percent: '50', next: '' },
    },
  ]);
});

test('the instructions say when, to whom, and what not to touch', () => {
  const text = formDocument(facts).cover.instructions.join('\n');
  expect(text).toContain('请于2024年6月28日前');
  expect(text).toContain('报温州市鹿城区人民政府办公室');
  expect(text).toContain('不要改动');
  expect(
    formDocument({ ...facts, document: { ...facts.document, title: '工作要点' } }).cover.instructions.join(),
  ).toContain('下发本表的督查科室');
});

test('the cover says who, when, how many by role, and what each yellow column expects', () => {
  const [task] = facts.tasks;
  if (task === undefined) throw new Error('the sample has a task');
  const tasks = [task, { ...task, code: 'Z02-02' }, { ...task, code: 'Z02-03', role: 'member' as const }];
  const { cover } = formDocument({ ...facts, tasks });
  expect(cover.facts).toEqual([
    { label: '填报单位', text: '区发改局' },
    { label: '报告期', text: '2024年6月' },
    { label: '文件', text: '温鹿政办〔2024〕16号' },
    { label: '任务', text: '3 项（牵头 2 项、责任 1 项）' },
    { label: '报送截止', text: '2024年6月28日' },
    { label: '本单位联系人、电话', text: '' },
  ]);
  expect(cover.columns.map(({ label }) => label)).toEqual(
    formColumns
      .filter(({ key }) => formInputColumns.some((input) => input === key))
      .map(({ heading }) => heading),
  );
  expect(cover.columns.find(({ label }) => label === '完成比例(%)')?.text).toContain('0 到 100');
});
