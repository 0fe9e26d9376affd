import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptSave,
  beginSave,
  failSave,
  keepMine,
  prepareSave,
  savableRows,
  takeTheirs,
} from '#renderer/features/progress/model/row-saving.ts';
import { type EditableColumn, editableColumns } from '#renderer/features/progress/model/sheet-columns.ts';
import {
  cellText,
  changeCells,
  countRows,
  openSheet,
  redoStep,
  rowProblems,
  rowStatus,
  type SheetRow,
  type SheetState,
  typeText,
  undoStep,
} from '#renderer/features/progress/model/sheet-state.ts';
import { progressRow, savedRow, target } from '../helpers/progress-rows.ts';

const period = '2024-06';
const first = '1:10';
const second = '2:10';

function sheet(): SheetState {
  return openSheet([
    progressRow({
      taskId: 1,
      reportId: 52,
      revision: 2,
      values: { narrative: '已开工', percent: 30, phone: '88880000' },
    }),
    progressRow({ taskId: 2, targets: [target(7, '项目', 15, '个')] }),
  ]);
}

function row(state: SheetState, key: string): SheetRow {
  const found = state.rows[key];
  if (found === undefined) throw new Error(`no row ${key}`);
  return found;
}

function begin(state: SheetState, key: string): SheetState {
  const sending = prepareSave(row(state, key), period);
  if (sending === null) throw new Error('nothing to save');
  return beginSave(state, key, sending.texts);
}

/** As if the main process had stored what was asked of it. */
function saveRow(state: SheetState, key: string): SheetState {
  const request = prepareSave(row(state, key), period)?.request;
  if (request === undefined) return state;
  return acceptSave(begin(state, key), key, savedRow(row(state, key).stored, request));
}

describe('typing', () => {
  it('shows what was typed and counts the row as unsaved', () => {
    const typed = typeText(sheet(), second, 'narrative', '推进中');
    expect(cellText(row(typed, second), 'narrative')).toBe('推进中');
    expect(rowStatus(row(typed, second))).toBe('unsaved');
    expect(countRows(typed)).toEqual({ total: 2, filled: 1, unsaved: 1 });
  });

  it('is no change any more once the stored text stands there again', () => {
    const typed = typeText(sheet(), first, 'percent', '31');
    expect(rowStatus(row(typeText(typed, first, 'percent', '30%'), first))).toBe('saved');
  });

  it('keeps a refused text and says why', () => {
    const typed = typeText(sheet(), first, 'percent', '一半');
    expect(cellText(row(typed, first), 'percent')).toBe('一半');
    expect(rowStatus(row(typed, first))).toBe('failed');
    expect(rowProblems(row(typed, first))).toEqual([
      { column: 'percent', problem: expect.stringContaining('一半') },
    ]);
  });
});

describe('saving', () => {
  it('sends the whole row on top of the report that was seen', () => {
    const typed = typeText(typeText(sheet(), first, 'percent', '８５％'), first, 'status', '推进中');
    expect(prepareSave(row(typed, first), period)?.request).toMatchObject({
      taskId: 1,
      unitId: 10,
      period,
      basedOnReport: 52,
      values: { narrative: '已开工', percent: 85, status: 'in_progress', phone: '88880000' },
    });
  });

  it('saves the good cells and leaves a refused one as typed', () => {
    let state = typeText(typeText(sheet(), first, 'percent', '一半'), first, 'narrative', '已完工');
    state = saveRow(state, first);
    expect(row(state, first).stored.values).toMatchObject({ narrative: '已完工', percent: 30 });
    expect(cellText(row(state, first), 'percent')).toBe('一半');
    expect(rowStatus(row(state, first))).toBe('failed');
    expect(savableRows(state)).toEqual([]);
  });

  it('keeps what is typed while the save is under way', () => {
    let state = typeText(sheet(), first, 'narrative', '一');
    const request = prepareSave(row(state, first), period)?.request;
    state = begin(state, first);
    expect(rowStatus(row(state, first))).toBe('saving');
    state = typeText(state, first, 'narrative', '一二');
    expect(prepareSave(row(state, first), period)).toBeNull();
    if (request === undefined) throw new Error('nothing to save');
    state = acceptSave(state, first, savedRow(row(state, first).stored, request));
    expect(cellText(row(state, first), 'narrative')).toBe('一二');
    expect(rowStatus(row(state, first))).toBe('unsaved');
    expect(savableRows(state)).toEqual([first]);
  });

  it('keeps the text when it fails, with the reason, and can be tried again', () => {
    let state = begin(typeText(sheet(), first, 'narrative', '已完工'), first);
    state = failSave(state, first, { kind: 'failed', message: '磁盘已满' });
    expect(cellText(row(state, first), 'narrative')).toBe('已完工');
    expect(rowStatus(row(state, first))).toBe('failed');
    expect(savableRows(state)).toEqual([first]);
    expect(rowStatus(row(saveRow(state, first), first))).toBe('saved');
  });

  it('stores readings by target', () => {
    const typed = typeText(sheet(), second, 'readings', '9个');
    expect(prepareSave(row(typed, second), period)?.request.targetValues).toEqual([
      { targetId: 7, value: 9 },
    ]);
  });

  it('fills a row only once something is stored', () => {
    const typed = typeText(sheet(), second, 'percent', '10');
    expect(countRows(typed).filled).toBe(1);
    expect(countRows(saveRow(typed, second)).filled).toBe(2);
  });
});

describe('somebody else saved in between', () => {
  const theirs = progressRow({
    taskId: 1,
    reportId: 63,
    revision: 3,
    values: { narrative: '他们的', percent: 60, phone: '1' },
  });

  function conflict(): SheetState {
    const typed = begin(typeText(sheet(), first, 'narrative', '我的'), first);
    return failSave(typed, first, { kind: 'stale', by: '李四', at: null, theirs });
  }

  it('is not saved over, nor forgotten by typing on', () => {
    const typed = typeText(conflict(), first, 'next', '下一步');
    expect(rowStatus(row(typed, first))).toBe('stale');
    expect(savableRows(typed)).toEqual([]);
    expect(countRows(typed).unsaved).toBe(1);
  });

  it('mine goes on top of theirs, in the cells I typed into', () => {
    const request = prepareSave(row(keepMine(conflict(), first), first), period)?.request;
    expect(request).toMatchObject({
      basedOnReport: 63,
      values: { narrative: '我的', percent: 60, phone: '1' },
    });
  });

  it('theirs stays, and mine can be had back with undo', () => {
    const settled = takeTheirs(conflict(), first);
    expect(rowStatus(row(settled, first))).toBe('saved');
    expect(cellText(row(settled, first), 'narrative')).toBe('他们的');
    expect(cellText(row(undoStep(settled).state, first), 'narrative')).toBe('我的');
  });
});

describe('undo', () => {
  it('takes back a whole block at once, also after it was saved', () => {
    const block = [
      { key: first, column: 'narrative' as const, before: '已开工', after: '甲' },
      { key: second, column: 'narrative' as const, before: '', after: '乙' },
    ];
    let state = saveRow(saveRow(changeCells(sheet(), block), first), second);
    expect(countRows(state).unsaved).toBe(0);
    const undone = undoStep(state);
    expect(undone.step).toEqual(block);
    state = undone.state;
    expect([cellText(row(state, first), 'narrative'), cellText(row(state, second), 'narrative')]).toEqual([
      '已开工',
      '',
    ]);
    expect(prepareSave(row(state, first), period)?.request).toMatchObject({
      basedOnReport: 53,
      values: { narrative: '已开工' },
    });
    expect(cellText(row(redoStep(state).state, second), 'narrative')).toBe('乙');
  });

  it('forgets what could be redone when something new is typed', () => {
    const change = (after: string) => [{ key: first, column: 'next' as const, before: '', after }];
    const state = changeCells(undoStep(changeCells(sheet(), change('甲'))).state, change('乙'));
    expect(redoStep(state).step).toEqual([]);
  });

  it('does nothing when there is nothing to undo', () => {
    const state = sheet();
    expect(undoStep(state).state).toBe(state);
    expect(redoStep(state).state).toBe(state);
  });

  const action = fc.record({
    key: fc.constantFrom(first, second),
    column: fc.constantFrom<EditableColumn>(...editableColumns.filter((column) => column !== 'readings')),
    text: fc.constantFrom('', '85', '85%', 'abc', '推进中', '一\n二', '已开工', '30'),
    save: fc.boolean(),
  });
  const shown = (state: SheetState) =>
    [first, second].map((key) => editableColumns.map((column) => cellText(row(state, key), column)));

  it('goes back to the very beginning and forward again, whatever was saved on the way', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const start = sheet();
        let state = start;
        for (const { key, column, text, save } of actions) {
          const before = cellText(row(state, key), column);
          state = changeCells(state, [{ key, column, before, after: text }]);
          if (save) state = saveRow(state, key);
        }
        const steps = state.done.length;
        const end = state;
        for (let count = 0; count < steps; count += 1) state = undoStep(state).state;
        expect(meaning(shown(state))).toEqual(meaning(shown(start)));
        for (let count = 0; count < steps; count += 1) state = redoStep(state).state;
        expect(meaning(shown(state))).toEqual(meaning(shown(end)));
      }),
    );
  });
});

/** 「85%」 may stand as 「85」 once it has been saved. */
function meaning(texts: string[][][] | string[][]): string {
  return JSON.stringify(texts).replaceAll('85%', '85');
}
