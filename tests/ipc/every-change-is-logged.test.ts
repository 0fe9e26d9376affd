/** Every method of the contract that changes what the program keeps leaves its trace: who, when, from where, what. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import type { LogEntry } from '#shared/contract/log.ts';
import { type Area, channelName, type Effect } from '#shared/contract/method.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { defaultActionSettings } from '#shared/domain/supervision/action-settings.ts';
import { type Office, openOffice } from '../helpers/office.ts';
import { planEdit } from '../helpers/plan-services.ts';
import { typePlanSheet } from '../helpers/type-plan-sheet.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const job = () => ({ jobId: randomUUID() });
const today = '2024-06-20';

/** What a person would hand in, after whatever must be there first. Each works on tasks of its own. */
type Case = (office: Office) => Promise<unknown>;

const reason = '区委调整';
const moveOf = (taskId: number, move: string, more: object = {}) => ({
  ...{ taskId, move, date: today, reason, requester: '', reviewer: '' },
  ...more,
});

function orderOf({ taskId, unitId }: Office, more: object = {}) {
  return {
    ...{ kind: 'supervision_order' as const, colour: 'yellow' as const, unitId: unitId('区财政局') },
    ...{
      taskIds: [taskId('Z02-02')],
      title: '财源建设督办',
      reason: '落后于序时进度。',
      actedOn: '2024-06-03',
    },
    ...{ answerDue: '2024-06-10', oldDue: null, newDue: null },
    ...more,
  };
}

const rulesOf = async ({ client }: Office) => {
  const {
    version: _,
    effectiveFrom: __,
    ...values
  } = (await client.assess.rules({ year: 2024 }))[0]?.rules ?? {};
  return values as Parameters<typeof client.assess.saveRules>[0];
};

async function planSheet({ client, taskId, directory }: Office, code: string): Promise<string> {
  const file = join(directory, `计划表${code}.xlsx`);
  await client.plan.exportSheet({ taskIds: [taskId(code)], file });
  await typePlanSheet(file, { [code]: { 责任人: '王五' } });
  return file;
}

const cases: Record<string, Case> = {
  'application.setOperator': async () => ({ name: '王科员' }),
  'application.setOffice': async () => ({ name: '温州市鹿城区人民政府办公室督查室', prefix: '鹿督' }),
  'tasks.edit': async ({ client, taskId }) => {
    const { version, content } = await client.tasks.detail({ taskId: taskId('Z03-01') });
    return { taskId: taskId('Z03-01'), version, content: `${content}（更正）`, remark: '', reason: '漏字' };
  },
  'progress.save': async ({ taskId, unitId }) => ({
    ...{ taskId: taskId('Z02-02'), unitId: unitId('区财政局'), period: '2024-06', basedOnReport: null },
    ...{ values: { ...emptyProgress, narrative: '开工', percent: 30 }, targetValues: [] },
  }),
  'units.addAlias': async ({ unitId }) => ({ unitId: unitId('区财政局'), alias: '财政那边' }),
  'units.removeAlias': async ({ client, unitId }) => {
    const alias = { unitId: unitId('区统计局'), alias: '统计那边' };
    await client.units.addAlias(alias);
    return alias;
  },
  'exports.exportForms': async ({ directory, unitId }) => ({
    ...{ period: '2024-06', unitIds: [unitId('区统计局')], directory: join(directory, '填报表'), ...job() },
  }),
  'returns.collect': async ({ put }) => ({ paths: [put('不是表.xlsx', '写着字')], ...job() }),
  'returns.tell': async (office) => ({
    fileIds: [await office.returned('区发改局', 'Z02-18', '一')],
    receivedOn: '2024-06-18',
  }),
  'returns.decide': async (office) => {
    const fileId = await office.returned('区发改局', 'Z02-18', '二');
    const [row] = (await office.client.returns.file({ fileId })).rows;
    return { fileId, decisions: [{ sheet: row?.sheet ?? '', row: row?.row ?? 0, take: false }] };
  },
  'returns.teachColumn': async (office) => {
    const fileId = await office.returned('区发改局', 'Z02-18', '三', ['怪名']);
    const [column] = (await office.client.returns.file({ fileId })).columns;
    return { fileId, sheet: column?.sheet ?? '', letter: column?.letter ?? '', role: 'next' };
  },
  'returns.accept': async (office) => ({
    fileIds: [await office.returned('区发改局', 'Z02-18', '四')],
    accepted: false,
  }),
  'returns.remove': async (office) => ({ fileIds: [await office.returned('区发改局', 'Z02-18', '五')] }),
  'returns.apply': async (office) => {
    const fileIds = [await office.returned('七都街道', 'Z11-01', '六')];
    await office.client.returns.accept({ fileIds, accepted: true });
    return { fileIds, ...job() };
  },
  'returns.applyPlanSheet': async (office) => {
    const { client } = office;
    const file = await planSheet(office, 'Z04-02');
    const { files } = await client.returns.collect({ paths: [file], ...job() });
    const fileId = files.at(-1)?.id ?? 0;
    await client.returns.read({ fileId, ...job() });
    const [row] = (await client.returns.planSheet({ fileId })).rows;
    const cells = { responsiblePerson: '王五' };
    return { fileId, edits: [{ taskId: row?.taskId ?? 0, version: row?.version ?? 0, cells }] };
  },
  'returns.redo': async (office) => ({
    fileIds: [await office.returned('区发改局', 'Z02-18', '七')],
    ...{ directory: join(office.directory, '退回'), remark: '没有数字', ...job() },
  }),
  'returns.withdrawRedo': async (office) => {
    const fileIds = [await office.returned('区民政局', 'Z06-01', '八')];
    const directory = join(office.directory, '退回');
    await office.client.returns.redo({ fileIds, directory, remark: '没有数字', ...job() });
    const { rows } = await office.client.returns.overview({ period: '2024-06' });
    return { redoId: rows.find(({ unit }) => unit.name === '区民政局')?.redo?.id ?? 0 };
  },
  'returns.undo': async (office) => {
    const fileIds = [await office.returned('五马街道', 'Z11-02', '九')];
    await office.client.returns.accept({ fileIds, accepted: true });
    return { batchId: (await office.client.returns.apply({ fileIds, ...job() })).batchId };
  },
  'returns.setDeadline': async () => ({ period: '2024-07', deadline: '2024-07-25' }),
  'returns.forget': async ({ client, unitId, returned }) => {
    const fileId = await returned('区统计局', 'Z02-01', '十', ['异名']);
    const [column] = (await client.returns.file({ fileId })).columns;
    await client.returns.teachColumn({
      fileId,
      sheet: column?.sheet ?? '',
      letter: column?.letter ?? '',
      role: 'next',
    });
    const [learned] = await client.returns.learned({ unitId: unitId('区统计局') });
    return { unitId: unitId('区统计局'), kind: learned?.kind, words: learned?.words };
  },
  'lights.override': async ({ taskId }) => ({
    ...{ taskId: taskId('Z02-02'), unitId: null, light: 'yellow', reason: '会上定的' },
    ...{ from: '2024-06-01', until: '2024-06-30' },
  }),
  'lights.withdrawOverride': async ({ client, taskId }) => {
    const override = { taskId: taskId('Z02-01'), unitId: null, light: 'yellow', reason: '会上定的' } as const;
    const { id } = await client.lights.override({ ...override, from: '2024-06-01', until: '2024-06-30' });
    return { overrideId: id };
  },
  'rules.save': async () => ({
    kind: 'action',
    settings: { ...defaultActionSettings, effectiveFrom: '2024-07-01', nearDueDays: 10 },
  }),
  'plan.save': async ({ client, taskId }) => ({
    ...planEdit(await client.plan.detail({ taskId: taskId('Z04-01') })),
    responsiblePerson: '张三',
  }),
  'plan.move': async ({ taskId }) => moveOf(taskId('Z05-01'), 'withdraw'),
  'plan.split': async ({ client, taskId }) => {
    const unitIds = (await client.plan.detail({ taskId: taskId('Z05-02') })).units.map(
      ({ unitId }) => unitId,
    );
    const parts = ['上半段', '下半段'].map((content) => ({ content, unitIds, targetIds: [] }));
    return { taskId: taskId('Z05-02'), date: today, reason, parts };
  },
  'plan.merge': async ({ taskId }) => ({
    ...{ taskId: taskId('Z05-03'), intoTaskId: taskId('Z05-04'), date: today, reason },
  }),
  'plan.reword': async ({ taskId }) => ({
    ...{ taskId: taskId('Z05-05'), from: today, content: '改写后的任务', reason },
  }),
  'plan.attach': async ({ taskId, put }) => ({
    ...{ taskId: taskId('Z05-06'), files: [put('材料.pdf', '一份材料')], note: '验收单' },
  }),
  'plan.withdrawMaterial': async ({ client, taskId, put }) => {
    const files = [put('旧材料.pdf', '另一份材料')];
    const { materials } = await client.plan.attach({ taskId: taskId('Z05-07'), files, note: '' });
    return { taskId: taskId('Z05-07'), materialId: materials[0]?.id };
  },
  'plan.succeed': async ({ client }) => ({
    ...{ fromLeaderId: (await client.plan.leaders({})).at(-1)?.id, toName: '新领导', toTitle: '副区长' },
    ...{ from: '2024-07-01', reason },
  }),
  'plan.nameUnits': async ({ client, raw }) => {
    const taskIds = raw
      .prepare<[], number>(
        `select task_id from task_unit join unit on unit.id = unit_id where unit.name like '相关%' limit 1`,
      )
      .pluck()
      .all();
    const taskId = taskIds[0] ?? 0;
    const [group] = (await client.plan.detail({ taskId })).groups;
    return { taskId, groupId: group?.groupId, unitIds: [group?.candidates[0]?.id] };
  },
  'plan.editGrid': async ({ client, taskId }) => {
    const { plan } = await client.plan.detail({ taskId: taskId('Z05-08') });
    return {
      edits: [{ taskId: taskId('Z05-08'), version: plan.version, cells: { responsiblePerson: '李四' } }],
    };
  },
  'plan.confirm': async ({ taskId }) => ({ taskIds: [taskId('Z05-09')] }),
  'plan.applySheet': async (office) => {
    const file = await planSheet(office, 'Z04-03');
    const [row] = (await office.client.plan.previewSheet({ file })).rows;
    const edit = { taskId: row?.taskId, version: row?.version, cells: { responsiblePerson: '王五' } };
    return { edits: [edit], fileName: '计划表.xlsx' };
  },
  'actions.create': async (office) => orderOf(office),
  'actions.move': async (office) => {
    const { id, version } = await office.client.actions.create(orderOf(office));
    return { actionId: id, version, move: 'answer', date: today, answer: '已开会。' };
  },
  'actions.attach': async (office) => {
    const { id } = await office.client.actions.create(orderOf(office));
    return { actionId: id, paths: [office.put('照片.jpg', '一张照片')] };
  },
  'actions.writeLetters': async (office) => {
    const { id } = await office.client.actions.create(orderOf(office));
    return { actionIds: [id], directory: join(office.directory, '文书') };
  },
  'actions.prepareTemplates': async () => ({}),
  'assess.saveRules': async (office) => rulesOf(office),
  'assess.putInForce': async (office) => {
    const [entry] = await office.client.assess.saveRules(await rulesOf(office));
    const request = { rulesId: entry?.id ?? 0, effectiveFrom: '2024-06' };
    return { ...request, seal: (await office.client.assess.tryRules(request)).seal };
  },
  'assess.addMark': async ({ unitId }) => ({
    ...{ unitId: unitId('区财政局'), period: '2024-06', kind: 'praise', points: 1, reason: '领导批示' },
  }),
  'assess.withdrawMark': async ({ client, unitId }) => {
    const mark = {
      unitId: unitId('区统计局'),
      period: '2024-06',
      kind: 'praise',
      points: 1,
      reason: '批示',
    } as const;
    return { markId: (await client.assess.addMark(mark)).at(-1)?.id };
  },
  'assess.publish': async () => ({ period: '2024-05', ...job() }),
};

function channelsWith(...effects: Effect[]): string[] {
  return Object.entries<Area>(contract).flatMap(([area, methods]) =>
    Object.entries(methods)
      .filter(([, { effect }]) => effects.includes(effect))
      .map(([name]) => channelName(area, name)),
  );
}

test('there is a case for each method that changes something, and no other', () => {
  expect(Object.keys(cases).sort()).toEqual(channelsWith('write', 'undoable').sort());
});

test('what only writes a file outside or remembers a layout is known by name', () => {
  expect(channelsWith('output').sort()).toEqual([
    'assess.exportRanking',
    'assess.exportScorecards',
    'assess.reprint',
    'exports.exportLedger',
    'log.exportLog',
    'plan.exportSheet',
    'returns.exportOverview',
  ]);
  expect(channelsWith('window').sort()).toEqual(['application.cancelJob', 'application.writePreference']);
});

async function newestEntries(count: number): Promise<LogEntry[]> {
  return (await office.client.log.search({ filter: {}, limit: Math.max(count, 1) })).entries.slice(0, count);
}

const total = async () => (await office.client.log.search({ filter: {}, limit: 1 })).total;

test.each(Object.keys(cases))('%s', { timeout: 120_000 }, async (channel) => {
  const input = await cases[channel]?.(office);
  const { operator } = await office.client.application.info({});
  const before = await total();
  await office.invoke(channel, input);
  const entries = await newestEntries((await total()) - before);
  expect(entries.length).toBeGreaterThan(0);
  for (const entry of entries) {
    expect(entry).toMatchObject({ actor: operator, origin: 'window', at: '2024-06-20T01:00:00.000Z' });
    expect(entry.action).not.toBe('');
    expect(entry.before ?? entry.after).not.toBeNull();
  }
});

test('the chain of all that holds', async () => {
  expect(await office.client.log.verify({})).toMatchObject({ problem: null });
});
