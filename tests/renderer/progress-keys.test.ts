import { describe, expect, it, test } from 'vitest';
import {
  cursorAt,
  cursorRange,
  inRange,
  nextEditable,
  shiftPlace,
} from '#renderer/features/progress/model/cursor.ts';
import {
  type KeyPress,
  type KeySituation,
  keyAction,
} from '#renderer/features/progress/model/editor-keys.ts';

const plain: KeyPress = {
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
};
const ready: KeySituation = {
  mode: 'ready',
  editable: true,
  multiLine: true,
  hasList: false,
  caretAtStart: true,
  caretAtEnd: true,
  caretOnLine: () => true,
};
const typing: KeySituation = { ...ready, mode: 'enter', caretAtStart: false };

function act(key: string, situation: KeySituation, more: Partial<KeyPress> = {}) {
  return keyAction({ ...plain, key, ...more }, situation);
}

describe('输入法工作时', () => {
  test.each(['Enter', 'Tab', 'Escape', 'ArrowDown', 'ArrowLeft', ' ', 'Backspace'])('%s 归输入法', (key) => {
    expect(act(key, typing, { isComposing: true })).toBeNull();
    expect(act(key, ready, { keyCode: 229 })).toBeNull();
  });
});

describe('选中一格时', () => {
  test.each([
    ['Enter', {}, { do: 'enter', direction: 'down' }],
    ['Enter', { shiftKey: true }, { do: 'enter', direction: 'up' }],
    ['Enter', { altKey: true }, { do: 'lineBreak' }],
    ['Tab', {}, { do: 'tab', step: 1 }],
    ['Tab', { shiftKey: true }, { do: 'tab', step: -1 }],
    ['ArrowRight', {}, { do: 'move', direction: 'right' }],
    ['ArrowDown', { shiftKey: true }, { do: 'span', direction: 'down' }],
    ['ArrowDown', { ctrlKey: true }, { do: 'jump', direction: 'down' }],
    ['F2', {}, { do: 'toggleEdit' }],
    ['Delete', {}, { do: 'clear' }],
    ['Backspace', {}, { do: 'empty' }],
    ['z', { ctrlKey: true }, { do: 'undo' }],
    ['Z', { ctrlKey: true, shiftKey: true }, { do: 'redo' }],
    ['y', { ctrlKey: true }, { do: 'redo' }],
    ['s', { ctrlKey: true }, { do: 'saveAll' }],
    ['Home', { ctrlKey: true }, { do: 'sheetStart' }],
  ] as const)('%s %j', (key, more, action) => {
    expect(act(key, ready, more)).toEqual(action);
  });

  it('字母、汉字和复制粘贴留给文本框', () => {
    for (const key of ['a', '我', '8', ' ', '=']) expect(act(key, ready)).toBeNull();
    for (const key of ['c', 'v', 'x']) expect(act(key, ready, { ctrlKey: true })).toBeNull();
  });

  it('不能填写的格不进入编辑', () => {
    const fixed = { ...ready, editable: false };
    expect(act('F2', fixed)).toBeNull();
    expect(act('Backspace', fixed)).toBeNull();
    expect(act('Enter', fixed, { altKey: true })).toBeNull();
    expect(act('ArrowDown', fixed)).toEqual({ do: 'move', direction: 'down' });
  });
});

describe('打字时', () => {
  it('左右只在文字的边上离开', () => {
    expect(act('ArrowRight', typing)).toEqual({ do: 'move', direction: 'right' });
    expect(act('ArrowLeft', typing)).toBeNull();
    expect(act('ArrowLeft', { ...typing, caretAtStart: true })).toEqual({ do: 'move', direction: 'left' });
    expect(act('ArrowRight', { ...typing, caretAtEnd: false })).toBeNull();
  });

  it('上下先在行间走，到了头一行、末一行才离开', () => {
    const onFirstLine: KeySituation = { ...typing, caretOnLine: (edge) => edge === 'first' };
    expect(act('ArrowDown', onFirstLine)).toBeNull();
    expect(act('ArrowUp', onFirstLine)).toEqual({ do: 'move', direction: 'up' });
    const onLastLine: KeySituation = { ...typing, caretOnLine: (edge) => edge === 'last' };
    expect(act('ArrowDown', onLastLine)).toEqual({ do: 'move', direction: 'down' });
    expect(act('ArrowUp', onLastLine)).toBeNull();
  });

  it('F2 之后方向键只在文字里走', () => {
    const editing: KeySituation = { ...typing, mode: 'edit', caretAtStart: true };
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])
      expect(act(key, editing)).toBeNull();
    expect(act('F2', editing)).toEqual({ do: 'toggleEdit' });
  });

  it('Alt+Enter 和 Shift+Enter 换行，一行的栏目除外', () => {
    for (const more of [{ altKey: true }, { shiftKey: true }]) {
      expect(act('Enter', typing, more)).toEqual({ do: 'lineBreak' });
    }
    const oneLine = { ...typing, multiLine: false };
    expect(act('Enter', oneLine, { altKey: true })).toEqual({ do: 'enter', direction: 'down' });
    expect(act('Enter', oneLine, { shiftKey: true })).toEqual({ do: 'enter', direction: 'up' });
  });

  it('删除、撤销、全选和选字归文本框', () => {
    for (const key of ['Delete', 'Backspace', 'Home', 'End']) expect(act(key, typing)).toBeNull();
    for (const key of ['z', 'a']) expect(act(key, typing, { ctrlKey: true })).toBeNull();
    expect(act('ArrowLeft', { ...typing, caretAtStart: true }, { shiftKey: true })).toBeNull();
  });
});

describe('状态栏', () => {
  const list = { ...ready, hasList: true, multiLine: false };

  it('Alt+下箭头打开，上下箭头选择', () => {
    expect(act('ArrowDown', list, { altKey: true })).toEqual({ do: 'openList' });
    expect(act('ArrowDown', list)).toEqual({ do: 'move', direction: 'down' });
    expect(act('ArrowDown', { ...list, mode: 'edit' })).toEqual({ do: 'choose', direction: 'down' });
    expect(act('ArrowUp', { ...list, mode: 'enter' })).toEqual({ do: 'choose', direction: 'up' });
  });
});

describe('光标', () => {
  const size = { rows: 3, columns: 4 };

  it('不出表', () => {
    expect(shiftPlace({ row: 0, column: 0 }, -1, -1, size)).toEqual({ row: 0, column: 0 });
    expect(shiftPlace({ row: 2, column: 3 }, 9, 9, size)).toEqual({ row: 2, column: 3 });
  });

  it('Tab 像读文章一样走过能填的格，到头为止', () => {
    const editable = ({ column }: { column: number }) => column >= 2;
    expect(nextEditable({ row: 0, column: 0 }, 1, size, editable)).toEqual({ row: 0, column: 2 });
    expect(nextEditable({ row: 0, column: 3 }, 1, size, editable)).toEqual({ row: 1, column: 2 });
    expect(nextEditable({ row: 1, column: 2 }, -1, size, editable)).toEqual({ row: 0, column: 3 });
    expect(nextEditable({ row: 2, column: 3 }, 1, size, editable)).toBeNull();
    expect(nextEditable({ row: 0, column: 2 }, -1, size, editable)).toBeNull();
  });

  it('块从哪个角拉出来都一样', () => {
    const cursor = { ...cursorAt({ row: 2, column: 1 }), corner: { row: 0, column: 3 } };
    const range = cursorRange(cursor);
    expect(range).toEqual({ top: 0, left: 1, bottom: 2, right: 3 });
    expect(inRange(range, { row: 1, column: 2 })).toBe(true);
    expect(inRange(range, { row: 1, column: 0 })).toBe(false);
  });
});
