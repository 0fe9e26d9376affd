import { describe, expect, it } from 'vitest';
import type { SheetColumn } from '#renderer/features/progress/model/sheet-columns.ts';
import {
  cellText,
  countRows,
  rowStatus,
  type SheetRow,
} from '#renderer/features/progress/model/sheet-state.ts';
import { pasteText } from '#renderer/features/progress/sheet/sheet-blocks.ts';
import { SheetController } from '#renderer/features/progress/sheet/sheet-controller.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ProgressRow, ProgressSave } from '#shared/contract/progress.ts';
import { progressRow, savedRow } from '../helpers/progress-rows.ts';

/** The main process, answering when the test says so. */
function openSheet(rowCount = 3) {
  const rows = Array.from({ length: rowCount }, (_, index) => progressRow({ taskId: index + 1 }));
  const waiting: { request: ProgressSave; answer: (failure?: Error) => Promise<void> }[] = [];
  let theirs: ProgressRow[] = rows;
  const controller = new SheetController({
    rows,
    period: '2024-06',
    severalUnits: false,
    port: {
      save: (request) =>
        new Promise((resolve, reject) => {
          const row = rows[request.taskId - 1] as ProgressRow;
          const answer = async (failure?: Error) => {
            if (failure === undefined) resolve(savedRow(row, request));
            else reject(failure);
            await new Promise((done) => setTimeout(done));
          };
          waiting.push({ request, answer });
        }),
      reload: async () => theirs,
    },
  });
  const place = (row: number, name: SheetColumn = 'narrative') => ({
    row,
    column: controller.store.read().columns.indexOf(name),
  });
  const row = (index: number) => controller.store.read().sheet.rows[`${index + 1}:10`] as SheetRow;
  const settle = () => new Promise((done) => setTimeout(done));
  const next = async () => {
    await settle();
    const first = waiting.shift();
    if (first === undefined) throw new Error('nothing was sent');
    return first;
  };
  return { controller, waiting, place, row, next, settle, setTheirs: (now: ProgressRow[]) => (theirs = now) };
}

describe('a row is saved as it is left', () => {
  it('not while its cells are filled in, but when another row is entered', async () => {
    const { controller, waiting, place, row, next, settle } = openSheet();
    controller.moveTo(place(0));
    controller.type('已开工');
    controller.moveTo(place(0, 'percent'));
    controller.type('40');
    await settle();
    expect(waiting).toEqual([]);
    expect(rowStatus(row(0))).toBe('unsaved');
    controller.moveTo(place(1));
    expect(rowStatus(row(0))).toBe('saving');
    const { request, answer } = await next();
    expect(request).toMatchObject({
      taskId: 1,
      basedOnReport: null,
      values: { narrative: '已开工', percent: 40 },
    });
    await answer();
    expect(rowStatus(row(0))).toBe('saved');
  });

  it('when the sheet itself is left', async () => {
    const { controller, place, next } = openSheet();
    controller.moveTo(place(2));
    controller.type('最后一行');
    controller.leave();
    expect((await next()).request.values.narrative).toBe('最后一行');
  });

  it('not at all when nothing changed', async () => {
    const { controller, waiting, place, settle } = openSheet();
    controller.moveTo(place(0));
    controller.type('x');
    controller.restore();
    controller.moveTo(place(1));
    await settle();
    expect(waiting).toEqual([]);
  });

  it('again, when it was typed into during its save and left once more', async () => {
    const { controller, place, row, next } = openSheet();
    controller.moveTo(place(0));
    controller.type('一');
    controller.moveTo(place(1));
    const first = await next();
    controller.moveTo(place(0));
    controller.type('一二');
    controller.moveTo(place(1));
    await first.answer();
    const second = await next();
    expect(second.request).toMatchObject({ basedOnReport: 41, values: { narrative: '一二' } });
    await second.answer();
    expect(rowStatus(row(0))).toBe('saved');
  });

  it('one row after another, and a failed one does not hold the others up', async () => {
    const { controller, waiting, place, row, next, settle } = openSheet();
    controller.moveTo(place(0));
    pasteText(controller, '甲\n乙\n丙');
    await settle();
    expect(waiting).toHaveLength(1);
    await (await next()).answer();
    await (await next()).answer(new AppError('internal', '磁盘已满'));
    await (await next()).answer();
    expect([0, 1, 2].map((index) => rowStatus(row(index)))).toEqual(['saved', 'failed', 'saved']);
    expect(cellText(row(1), 'narrative')).toBe('乙');
    expect(row(1).failure).toEqual({ kind: 'failed', message: '磁盘已满' });
    controller.retry('2:10');
    await (await next()).answer();
    expect(rowStatus(row(1))).toBe('saved');
  });
});

describe('somebody else saved the row', () => {
  it('their version is fetched, and mine can be put over it', async () => {
    const { controller, place, row, next, setTheirs } = openSheet();
    controller.moveTo(place(0));
    controller.type('我的');
    controller.moveTo(place(1));
    setTheirs([progressRow({ taskId: 1, reportId: 54, values: { narrative: '他们的', percent: 9 } })]);
    await (await next()).answer(new AppError('stale', '已由李四改过', { createdBy: '李四' }));
    expect(row(0).failure).toMatchObject({ kind: 'stale', by: '李四', theirs: { reportId: 54 } });
    expect(cellText(row(0), 'narrative')).toBe('我的');
    controller.settleConflict('1:10', 'mine');
    const { request } = await next();
    expect(request).toMatchObject({ basedOnReport: 54, values: { narrative: '我的', percent: 9 } });
  });

  it('a row that is gone is a failure with its reason', async () => {
    const { controller, place, row, next, settle, setTheirs } = openSheet();
    controller.moveTo(place(0));
    controller.type('我的');
    controller.moveTo(place(1));
    setTheirs([]);
    await (await next()).answer(new AppError('stale', '已由李四改过'));
    await settle();
    expect(row(0).failure).toEqual({ kind: 'failed', message: '已由李四改过' });
  });
});

describe('leaving', () => {
  it('saves everything first and says what could not be saved', async () => {
    const { controller, place, row, next } = openSheet();
    controller.moveTo(place(0));
    controller.type('正在打字');
    let done = false;
    const leaving = controller.saveEverything().then(() => {
      done = true;
    });
    const { request, answer } = await next();
    expect(request.values.narrative).toBe('正在打字');
    expect(done).toBe(false);
    await answer(new AppError('internal', '磁盘已满'));
    await leaving;
    expect(countRows(controller.store.read().sheet).unsaved).toBe(1);
    expect(cellText(row(0), 'narrative')).toBe('正在打字');
  });

  it('waits for a save that is under way', async () => {
    const { controller, place, next } = openSheet();
    controller.moveTo(place(0));
    controller.type('一');
    controller.moveTo(place(1));
    const leaving = controller.saveEverything();
    await (await next()).answer();
    await leaving;
    expect(countRows(controller.store.read().sheet).unsaved).toBe(0);
  });
});

describe('typing', () => {
  it('replaces the text of a selected cell, and Esc brings it back', () => {
    const { controller, place, row } = openSheet();
    controller.moveTo(place(0));
    controller.type('甲');
    controller.finishTyping();
    controller.type('乙');
    expect(cellText(row(0), 'narrative')).toBe('乙');
    controller.restore();
    expect(cellText(row(0), 'narrative')).toBe('甲');
    expect(controller.store.read().cursor?.mode).toBe('ready');
  });

  it('goes nowhere on a cell that cannot be filled in', () => {
    const { controller, place, row } = openSheet();
    controller.moveTo(place(0, 'content'));
    controller.type('x');
    controller.toggleEdit();
    expect(controller.store.read().cursor?.mode).toBe('ready');
    expect(row(0).draft).toEqual({});
  });

  it('a whole cell is one step of undo', () => {
    const { controller, place, row } = openSheet();
    controller.moveTo(place(0));
    for (const text of ['w', 'wo', '我', '我们']) controller.type(text);
    controller.moveTo(place(0, 'percent'));
    controller.undo();
    expect(cellText(row(0), 'narrative')).toBe('');
    controller.redo();
    expect(cellText(row(0), 'narrative')).toBe('我们');
  });

  it('completes a status, and steps through the list', () => {
    const { controller, place, row } = openSheet();
    controller.moveTo(place(0, 'status'));
    controller.type('推');
    controller.finishTyping();
    expect(cellText(row(0), 'status')).toBe('推进中');
    controller.chooseStatus(1);
    controller.finishTyping();
    expect(cellText(row(0), 'status')).toBe('受阻');
    for (let step = 0; step < 9; step += 1) controller.chooseStatus(-1);
    controller.finishTyping();
    expect(cellText(row(0), 'status')).toBe('');
  });
});

it('a paste says what it left out and keeps what it refused', () => {
  const { controller, place, row } = openSheet();
  controller.moveTo(place(0));
  pasteText(controller, '"一\n二"\tabc\n三\t85%\r\n');
  expect(controller.store.read().notice).toBe('已粘贴 4 格。1 格填得不对，原文留在格里，请改正。');
  expect(cellText(row(0), 'narrative')).toBe('一\n二');
  expect(cellText(row(0), 'percent')).toBe('abc');
});
