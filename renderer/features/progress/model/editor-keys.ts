/** Which key does what in the sheet, as Excel and WPS have it. Null leaves the key to the text field or the browser. */
import type { CursorMode } from './cursor.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

export type KeyAction =
  | { do: 'move' | 'span' | 'jump'; direction: Direction }
  | { do: 'page'; direction: 'up' | 'down' }
  | { do: 'enter'; direction: 'up' | 'down' }
  /** The next entry of the column's list. */
  | { do: 'choose'; direction: 'up' | 'down' }
  | { do: 'tab'; step: 1 | -1 }
  | { do: 'rowStart' | 'rowEnd' | 'sheetStart' | 'sheetEnd' | 'selectAll' }
  | { do: 'toggleEdit' | 'restore' | 'clear' | 'empty' | 'lineBreak' | 'openList' }
  | { do: 'undo' | 'redo' | 'saveAll' };

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  /** 229 while an input method is at work. */
  keyCode: number;
}

export interface KeySituation {
  mode: CursorMode;
  editable: boolean;
  /** The column takes several lines. */
  multiLine: boolean;
  /** The column has a list to choose from. */
  hasList: boolean;
  caretAtStart: boolean;
  caretAtEnd: boolean;
  /** Asked only where it matters: it costs a layout. */
  caretOnLine: (edge: 'first' | 'last') => boolean;
}

const inputMethodKeyCode = 229;

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function keyAction(press: KeyPress, situation: KeySituation): KeyAction | null {
  if (press.isComposing || press.keyCode === inputMethodKeyCode) return null;
  if (press.ctrlKey || press.metaKey) return controlKey(press, situation);
  const direction = arrows[press.key];
  if (direction !== undefined) return arrowKey(direction, press, situation);
  return situation.mode === 'ready' ? readyKey(press, situation) : typingKey(press, situation);
}

function controlKey({ key, shiftKey }: KeyPress, { mode }: KeySituation): KeyAction | null {
  const letter = key.toLowerCase();
  if (letter === 's') return { do: 'saveAll' };
  if (mode !== 'ready') return null;
  if (letter === 'z') return { do: shiftKey ? 'redo' : 'undo' };
  if (letter === 'y') return { do: 'redo' };
  if (letter === 'a') return { do: 'selectAll' };
  if (key === 'Home') return { do: 'sheetStart' };
  if (key === 'End') return { do: 'sheetEnd' };
  const direction = arrows[key];
  return direction === undefined ? null : { do: 'jump', direction };
}

function arrowKey(direction: Direction, press: KeyPress, situation: KeySituation): KeyAction | null {
  if (press.altKey) return direction === 'down' && situation.hasList ? { do: 'openList' } : null;
  if (situation.mode === 'ready') return { do: press.shiftKey ? 'span' : 'move', direction };
  const vertical = direction === 'up' || direction === 'down';
  if (vertical && situation.hasList) return { do: 'choose', direction };
  if (situation.mode === 'edit' || press.shiftKey) return null;
  return caretLeaves(direction, situation) ? { do: 'move', direction } : null;
}

function caretLeaves(direction: Direction, situation: KeySituation): boolean {
  switch (direction) {
    case 'up':
      return situation.caretOnLine('first');
    case 'down':
      return situation.caretOnLine('last');
    case 'left':
      return situation.caretAtStart;
    case 'right':
      return situation.caretAtEnd;
  }
}

function readyKey(press: KeyPress, { editable, multiLine }: KeySituation): KeyAction | null {
  switch (press.key) {
    case 'Enter':
      if (press.altKey) return editable && multiLine ? { do: 'lineBreak' } : null;
      return { do: 'enter', direction: press.shiftKey ? 'up' : 'down' };
    case 'Tab':
      return { do: 'tab', step: press.shiftKey ? -1 : 1 };
    case 'Home':
      return { do: 'rowStart' };
    case 'End':
      return { do: 'rowEnd' };
    case 'PageUp':
      return { do: 'page', direction: 'up' };
    case 'PageDown':
      return { do: 'page', direction: 'down' };
    case 'F2':
      return editable ? { do: 'toggleEdit' } : null;
    case 'Delete':
      return { do: 'clear' };
    case 'Backspace':
      return editable ? { do: 'empty' } : null;
    case 'Escape':
      return { do: 'restore' };
    default:
      return null;
  }
}

function typingKey(press: KeyPress, { multiLine }: KeySituation): KeyAction | null {
  switch (press.key) {
    case 'Enter':
      if (multiLine && (press.altKey || press.shiftKey)) return { do: 'lineBreak' };
      return { do: 'enter', direction: press.shiftKey ? 'up' : 'down' };
    case 'Tab':
      return { do: 'tab', step: press.shiftKey ? -1 : 1 };
    case 'F2':
      return { do: 'toggleEdit' };
    case 'Escape':
      return { do: 'restore' };
    default:
      return null;
  }
}
