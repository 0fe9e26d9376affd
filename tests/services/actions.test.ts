/** 督办动作: numbers, the table of moves through the service's door, 延期, files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { numberProblems } from '#electron/services/actions-numbers.ts';
import { setIssuingOffice } from '#electron/services/issuing-office.ts';
import { logChangeLines } from '#shared/domain/log-words.ts';
import { code, openActionServices, unit } from '../helpers/action-services.ts';
import { testContext } from '../helpers/database.ts';
import { wholeYear } from '../helpers/light-services.ts';

test('two drafts recorded at once get two numbers in a row, each kind and year its own', async () => {
  const { create } = await openActionServices();
  const [one, other] = await Promise.all([create(), create({ colour: 'red' })]);
  expect([one?.number, other?.number].sort()).toEqual(['〔2024〕1号', '〔2024〕2号']);
  const reminder = await create({ kind: 'reminder', colour: null });
  expect(reminder.words).toBe('催办〔2024〕1号');
  const next = await create({ actedOn: '2025-01-02', answerDue: '2025-01-09' });
  expect(next.words).toBe('黄色督办单〔2025〕1号');
});

test('a void order keeps its number, which is not given again', async () => {
  const { actions, create, move } = await openActionServices();
  const first = await create();
  const gone = await move(first, { move: 'void', reason: '发错单位' });
  expect([gone.state, gone.number, gone.moves]).toEqual(['void', '〔2024〕1号', []]);
  expect((await create()).number).toBe('〔2024〕2号');
  expect((await actions.list({})).map(({ number, state }) => [number, state])).toEqual([
    ['〔2024〕2号', 'open'],
    ['〔2024〕1号', 'void'],
  ]);
});

test('a draft that was refused takes no number, and everything that is wrong is said', async () => {
  const { actions, create } = await openActionServices();
  await expect(create({ colour: null, answerDue: '2024-06-01' })).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringMatching(/没有颜色.*早于发出日期/),
  });
  await expect(create({ taskIds: [999_999] })).rejects.toMatchObject({ code: 'not_found' });
  expect(await actions.list({})).toEqual([]);
  expect((await create()).number).toBe('〔2024〕1号');
});

test('a record that fails half-way takes no number with it', async () => {
  const { actions, create, raw } = await openActionServices();
  await create();
  for (const table of ['action_task', 'change_log']) {
    raw.exec(`create trigger fails before insert on ${table} begin select raise(abort, '磁盘已满'); end`);
    await expect(create()).rejects.toThrow('磁盘已满');
    raw.exec('drop trigger fails');
  }
  expect((await actions.list({})).map(({ number }) => number)).toEqual(['〔2024〕1号']);
  expect((await create()).number).toBe('〔2024〕2号');
});

test('an answer is recorded, sent back, given again and closed; every step stands in the log', async () => {
  const { create, move } = await openActionServices();
  const order = await create();
  expect([order.isLate, order.moves.map(({ label }) => label)]).toEqual([true, ['登记答复', '办结', '作废']]);
  const answered = await move(order, { move: 'answer', date: '2024-06-12', answer: '已召开专题会。' });
  expect(answered).toMatchObject({ state: 'answered', answeredOn: '2024-06-12', answer: '已召开专题会。' });
  const again = await move(answered, { move: 'reject_answer', reason: '没有措施', answerDue: '2024-06-25' });
  expect(again).toMatchObject({ state: 'open', answeredOn: null, answerDue: '2024-06-25', isLate: false });
  const closed = await move(await move(again, { move: 'answer', answer: '措施已明确。' }), { move: 'close' });
  expect(closed).toMatchObject({ state: 'closed', closedOn: '2024-06-20', version: 5 });
  expect(closed.history.map(({ action }) => action)).toEqual([
    '办结',
    '登记答复',
    '退回重答',
    '登记答复',
    '登记督办单',
  ]);
});

test('a move that is not in the table, lacks a need or comes from an old version changes nothing', async () => {
  const { actions, create, move } = await openActionServices();
  const order = await create();
  await expect(move(order, { move: 'approve', newDue: '2025-01-31', decider: '区长' })).rejects.toMatchObject(
    {
      code: 'bad_input',
      message: '督办单现为“待答复”，不能办理“批准”。',
    },
  );
  await expect(move(order, { move: 'void' })).rejects.toThrow('作废须写明理由');
  await expect(move({ ...order, version: 2 }, { move: 'void', reason: '错' })).rejects.toMatchObject({
    code: 'stale',
  });
  const same = await actions.detail({ actionId: order.id });
  expect([same.state, same.version, same.history.length]).toEqual(['open', 1, 1]);
});

test('a list is narrowed by kind, task, unit, year and what is still open', async () => {
  const { actions, create, move, taskId, unitId } = await openActionServices();
  const closed = await create();
  await move(closed, { move: 'close', reason: '已整改' });
  await create({ kind: 'reminder', colour: null, taskIds: [taskId(code), taskId('Z02-05')] });
  const words = async (filter: Parameters<typeof actions.list>[0]) =>
    (await actions.list(filter)).map((action) => action.words);
  expect(await words({ openOnly: true })).toEqual(['催办〔2024〕1号']);
  expect(await words({ taskId: taskId('Z02-05') })).toEqual(['催办〔2024〕1号']);
  expect(await words({ kind: 'supervision_order' })).toEqual(['黄色督办单〔2024〕1号']);
  expect(await words({ unitId: unitId('区发改局') })).toEqual([]);
  expect((await words({ year: 2024 })).length).toBe(2);
  expect(await words({ year: 2023 })).toEqual([]);
});

test('a 延期 moves the due date when it is approved, from that day on, and not before', async () => {
  const { extension, move, confirmPlan, save, row } = await openActionServices();
  confirmPlan(code, { ...wholeYear, due: '2024-06-30' });
  await save({ unit, code, period: '2024-06', values: { percent: 60 } });
  const request = await extension({ oldDue: '2024-06-30', newDue: '2024-12-31' });
  const july = { date: '2024-07-15' };
  expect(await row(code, july)).toMatchObject({ due: '2024-06-30', rule: 'overdue', light: 'red' });
  const granted = await move(request, {
    move: 'approve',
    newDue: '2024-11-30',
    decider: '区长',
    date: '2024-07-01',
  });
  expect(granted).toMatchObject({ state: 'approved', newDue: '2024-11-30', decidedBy: '区长' });
  expect(granted.extensions).toBe('延期1次（批准1次）');
  expect(await row(code, july)).toMatchObject({ due: '2024-11-30', light: 'green' });
  // The period before the decision keeps its due date.
  expect((await row(code, { date: '2024-06-30' })).due).toBe('2024-06-30');
});

test('a refused 延期 changes nothing but is counted; the due date it names must be the one in force', async () => {
  const { extension, move, row } = await openActionServices();
  const late = await extension({ actedOn: '2024-06-19' });
  const refused = await move(late, { move: 'refuse', reason: '理由不充分', decider: '区长' });
  expect(refused).toMatchObject({ state: 'refused', answer: '理由不充分' });
  expect(refused.extensions).toBe('延期1次（未批准1次）');
  expect((await row(code, { date: '2024-07-01' })).due).toBe('2024-12-31');
  await expect(extension({ oldDue: '2024-10-31' })).rejects.toThrow(
    '任务现行的完成时限是2024-12-31，不是2024-10-31',
  );
});

test('of two requests the second must reach beyond what the first was granted', async () => {
  const { extension, move } = await openActionServices();
  const first = await extension();
  const second = await extension({ newDue: '2025-01-31' });
  await move(first, { move: 'approve', newDue: '2025-03-31', decider: '区长', date: '2024-06-10' });
  await expect(
    move(second, { move: 'approve', newDue: '2025-01-31', decider: '区长', date: '2024-06-20' }),
  ).rejects.toThrow('批准延期须写明新的时限，且晚于原完成时限');
});

test('photographs of a 现场督查 are kept and opened as copies', async () => {
  const { actions, create, directory, move } = await openActionServices();
  const visit = await create({ kind: 'site_visit', colour: null, unitId: null, answerDue: null });
  expect(visit.number).toBeNull();
  const photo = join(directory, '工地.jpg');
  writeFileSync(photo, 'the picture');
  const detail = await actions.attach({ actionId: visit.id, paths: [photo] });
  expect(detail.attachments.map(({ fileName }) => fileName)).toEqual(['工地.jpg']);
  const attachmentId = detail.attachments[0]?.id ?? 0;
  const copy = await actions.copyAttachment({ actionId: visit.id, attachmentId });
  expect([copy.endsWith('工地.jpg'), copy === photo, readFileSync(copy, 'utf8')]).toEqual([
    true,
    false,
    'the picture',
  ]);
  await expect(actions.attach({ actionId: visit.id, paths: [join(directory, '没有.jpg')] })).rejects.toThrow(
    '没有.jpg',
  );
  const held = await move(detail, { move: 'hold', date: '2024-06-05', answer: '基础已完工。' });
  expect(held).toMatchObject({ state: 'held', closedOn: '2024-06-05', answer: '基础已完工。' });
});

test('the papers say what was recorded; an undecided 延期 and a 现场督查 have none', async () => {
  const { actions, create, extension, directory, move } = await openActionServices();
  const { documentText } = await import('../helpers/word-text.ts');
  const order = await create();
  const asked = await extension({ actedOn: '2024-06-19' });
  const letters = join(directory, '文书');
  await expect(actions.writeLetters({ actionIds: [order.id, asked.id], directory: letters })).rejects.toThrow(
    '还没有批示',
  );
  await move(asked, { move: 'approve', newDue: '2025-02-28', decider: '区长', date: '2024-06-20' });
  const { files } = await actions.writeLetters({ actionIds: [order.id, asked.id], directory: letters });
  const [slip = '', answer = ''] = await Promise.all(
    files.map(async (file) => documentText(new Uint8Array(readFileSync(file)))),
  );
  for (const words of ['黄色督办单', '〔2024〕1号', unit, code, '2024年6月10日'])
    expect(slip).toContain(words);
  for (const words of ['2024年12月31日', '2025年3月31日', '同意延期至2025年2月28日'])
    expect(answer).toContain(words);
  const visit = await create({ kind: 'site_visit', colour: null, answerDue: null });
  await expect(actions.writeLetters({ actionIds: [visit.id], directory: letters })).rejects.toThrow(
    '没有文书可以打印',
  );
});

test('papers are signed by the issuer of the notice, and by the office once it is set, with its 机关代字', async () => {
  const { actions, create, database, directory } = await openActionServices();
  const { documentText } = await import('../helpers/word-text.ts');
  const order = await create();
  const paper = async (name: string) => {
    const { files } = await actions.writeLetters({ actionIds: [order.id], directory: join(directory, name) });
    return documentText(new Uint8Array(readFileSync(files[0] ?? '')));
  };
  const first = await paper('一');
  expect(first).toMatch(/温州市鹿城区人民政府办公室\n2024年6月3日/);
  expect(first).toMatch(/\n〔2024〕1号\n/);
  const office = { name: '鹿城区委区政府督查室', prefix: '鹿督' };
  await database.transaction().execute((writer) => setIssuingOffice(writer, testContext, office));
  const second = await paper('二');
  expect(second).toMatch(/鹿城区委区政府督查室\n2024年6月3日/);
  expect(second).toMatch(/\n鹿督〔2024〕1号\n/);
  expect(second).not.toContain('人民政府办公室');
});

test('an answer may name the return it came with: one of the unit’s own, not older than the paper', async () => {
  const { actions, create, move, raw, unitId } = await openActionServices();
  const order = await create();
  const at = '2024-06-15T01:00:00.000Z';
  const batch = raw
    .prepare(`insert into batch (state, created_at, created_by) values ('applied', ?, '测试员')`)
    .run(at).lastInsertRowid;
  const bring = (from: string, receivedOn: string) =>
    Number(
      raw
        .prepare(
          `insert into return_file (batch_id, sha256, file_name, unit_id, period, received_on)
           values (?, ?, ?, ?, '2024-06', ?)`,
        )
        .run(batch, 'a'.repeat(64), `${from}回表.xlsx`, unitId(from), receivedOn).lastInsertRowid,
    );
  const [own, other, older] = [
    bring(unit, '2024-06-15'),
    bring('区发改局', '2024-06-15'),
    bring(unit, '2024-06-02'),
  ];
  expect((await actions.detail({ actionId: order.id })).returns.map(({ id }) => id)).toEqual([own]);
  for (const returnFileId of [other, older])
    await expect(move(order, { move: 'answer', answer: '见回表。', returnFileId })).rejects.toMatchObject({
      code: 'bad_input',
    });
  const answered = await move(order, { move: 'answer', answer: '见回表。', returnFileId: own });
  expect(answered.answeredWith).toMatchObject({ fileName: `${unit}回表.xlsx`, receivedOn: '2024-06-15' });
});

test('check names a number whose record is gone; a void one is no gap', async () => {
  const { create, database, move, raw } = await openActionServices();
  await move(await create(), { move: 'void', reason: '发错单位' });
  const second = await create();
  await create();
  expect(await numberProblems(database)).toEqual([]);
  raw.prepare('delete from action where id = ?').run(second.id);
  expect(await numberProblems(database)).toEqual(['督办单〔2024〕2号没有记录，编号断了。请用备份核对。']);
});

test('the log says of a move what it changed, and nothing of what stays', async () => {
  const services = await openActionServices();
  const order = await services.create();
  const { history } = await services.move(order, { move: 'answer', answer: '已整改。' });
  const [moved] = history;
  expect(logChangeLines(JSON.parse(moved?.before ?? ''), JSON.parse(moved?.after ?? ''))).toEqual([
    '状态：待答复 → 已答复待核',
    '答复：（空） → 已整改。',
    '答复日期：（空） → 2024-06-20',
    '日期：2024-06-20',
  ]);
});
