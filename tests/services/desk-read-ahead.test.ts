import { expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk } from '../fixtures/returns/desk.ts';

type Desk = Awaited<ReturnType<typeof openReturnDesk>>;

const head = [['区发改局2024年6月进展情况'], ['任务编号', '进展情况', '完成率']];

async function drop(desk: Desk, ...rows: (string | number)[][]): Promise<number[]> {
  const paths: string[] = [];
  for (const [index, row] of rows.entries()) {
    paths.push(desk.put(`回表${index + 1}.xlsx`, await excelJsBook({ rows: [...head, row] })));
  }
  const { files } = await desk.returns.collect({ paths }, unattendedJob);
  return files.map(({ id }) => id);
}

async function read(desk: Desk, fileId: number, signal = unattendedJob.signal) {
  const { files } = await desk.returns.read({ fileId }, { ...unattendedJob, signal });
  return files.map(({ state }) => state);
}

const rows = [
  ['Z02-18', '开工', 58],
  ['Z02-01', '增长', 50],
  ['Z02-05', '获评', 100],
];

test('each file is in the list as soon as it was read, in whatever order', async () => {
  const desk = await openReturnDesk();
  const [first = 0, second = 0, third = 0] = await drop(desk, ...rows);
  expect(await read(desk, first)).toEqual(['ready', 'waiting', 'waiting']);
  expect(await read(desk, third)).toEqual(['ready', 'waiting', 'ready']);
  expect(await read(desk, second)).toEqual(['ready', 'ready', 'ready']);
});

test('a file that was cancelled while it was being read can be read again', async () => {
  const desk = await openReturnDesk();
  const [first = 0, second = 0] = await drop(desk, ...rows);
  await read(desk, first);
  const cancelling = new AbortController();
  const reading = read(desk, second, cancelling.signal);
  cancelling.abort();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  expect(await read(desk, second)).toEqual(['ready', 'ready', 'waiting']);
});

test('a file that is removed before its turn and dropped again is read as what it is now', async () => {
  const desk = await openReturnDesk();
  const [first = 0, second = 0, third = 0] = await drop(desk, ...rows);
  await read(desk, first);
  await desk.returns.remove({ fileIds: [second, third] });
  const again = desk.put('回表2.xlsx', await excelJsBook({ rows: [...head, ['Z02-01', '增长很快', 70]] }));
  const { files } = await desk.returns.collect({ paths: [again] }, unattendedJob);
  const id = files.at(-1)?.id ?? 0;
  expect(await read(desk, id)).toEqual(['ready', 'ready']);
  const { rows: found } = await desk.returns.file({ fileId: id });
  expect(found[0]).toMatchObject({ code: 'Z02-01', values: { narrative: '增长很快', percent: 70 } });
});

test('a damaged file that was read ahead is said to be damaged when its turn comes', async () => {
  const desk = await openReturnDesk();
  const whole = desk.put('一.xlsx', await excelJsBook({ rows: [...head, rows[0] ?? []] }));
  const damaged = desk.put('二.xlsx', (await excelJsBook({ rows: head })).slice(0, 900));
  const { files } = await desk.returns.collect({ paths: [whole, damaged] }, unattendedJob);
  const [first = 0, second = 0] = files.map(({ id }) => id);
  expect(await read(desk, first)).toEqual(['ready', 'waiting']);
  expect(await read(desk, second)).toEqual(['ready', 'faulty']);
});
