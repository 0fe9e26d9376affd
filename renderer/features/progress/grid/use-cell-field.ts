import { type CompositionEvent, type FormEvent, useLayoutEffect, useRef } from 'react';
import { columnLabels, type SheetColumn } from '../model/sheet-columns.ts';
import type { SheetRow } from '../model/sheet-state.ts';
import type { SheetController } from '../sheet/sheet-controller.ts';
import type { CellMark } from './use-cell-mark.ts';

export interface CellFieldProps {
  controller: SheetController;
  row: SheetRow;
  column: SheetColumn;
  mark: CellMark;
  text: string;
  /** The element that shows the cell's text. */
  describedBy: string;
}

type TextField = HTMLTextAreaElement | HTMLInputElement;

/**
 * A field that lies over the active cell and has the focus from the first moment, so that an input method finds a
 * text field and not a table cell: otherwise the first letter of 「我」 is lost to the grid and 「w我」 arrives.
 * While the cell is only selected the field is empty and unseen; what is typed replaces the cell's text.
 */
export function useCellField<Field extends TextField>(props: CellFieldProps) {
  const { controller, row, column, mark, text, describedBy } = props;
  const field = useRef<Field>(null);
  const composing = useRef(false);
  const startedByInputMethod = useRef(false);
  const shown = mark === 'ready' ? '' : text;

  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || composing.current || element.value === shown) return;
    element.value = shown;
    element.setSelectionRange(shown.length, shown.length);
  }, [shown]);

  function endComposition(event: CompositionEvent<Field>): void {
    composing.current = false;
    const { value } = event.currentTarget;
    // Given up before a word came of it: the cell keeps its text.
    if (value === '' && startedByInputMethod.current) controller.restore();
    else controller.type(value);
  }

  return {
    ref: field,
    'data-cell-editor': true,
    className: 'sheet-field',
    'aria-label': `${row.stored.code} ${columnLabels[column]}`,
    'aria-describedby': describedBy,
    spellCheck: false,
    defaultValue: shown,
    onInput: (event: FormEvent<Field>) => controller.type(event.currentTarget.value),
    onCompositionStart: () => {
      composing.current = true;
      startedByInputMethod.current = mark === 'ready';
    },
    onCompositionEnd: endComposition,
  };
}
