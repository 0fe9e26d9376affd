/** The grid's DOM events on their way into the sheet, before AG Grid's own handling of keys. */
import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { samePlace } from '../model/cursor.ts';
import type { SheetRow } from '../model/sheet-state.ts';
import { clearBlock, copyText, pasteText } from '../sheet/sheet-blocks.ts';
import type { SheetController } from '../sheet/sheet-controller.ts';
import { editorIn, placeOf } from './cell-elements.ts';
import { SheetKeys } from './sheet-keys.ts';

/** Brings the cursor's cell into view and gives it the focus. */
export function showCursor(api: GridApi<SheetRow>, controller: SheetController): void {
  const { cursor, columns } = controller.store.read();
  const column = cursor === null ? undefined : columns[cursor.place.column];
  if (cursor === null || column === undefined) return;
  api.ensureIndexVisible(cursor.place.row);
  api.ensureColumnVisible(column);
  api.setFocusedCell(cursor.place.row, column);
  // In a low window the screen itself scrolls. jsdom lays nothing out and has no such method.
  document.activeElement?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}

type Listeners = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

/** A cell that gets the focus becomes the active one, and its field stands ready for the input method. */
function focusListeners(controller: SheetController, element: HTMLElement): Listeners {
  return {
    focusin: ({ target }) => {
      const place = placeOf(target, controller.store.read());
      if (place === null || !(target instanceof HTMLElement)) return;
      const { cursor } = controller.store.read();
      if (cursor === null || !samePlace(cursor.place, place)) controller.moveTo(place);
      if (target.classList.contains('ag-cell')) editorIn(target)?.focus();
    },
    // Between two cells the focus is nowhere for a moment.
    focusout: () => setTimeout(() => !element.contains(document.activeElement) && controller.leave()),
  };
}

/** True while the clipboard belongs to the text field and not to the sheet. */
function isTyping(controller: SheetController): boolean {
  return (controller.store.read().cursor?.mode ?? 'ready') !== 'ready';
}

/** Chromium sends these to the body when a cell without a text field has the focus: the document listens. */
function clipboardListeners(controller: SheetController, grid: HTMLElement): Listeners {
  const concernsSheet = () =>
    grid.contains(document.activeElement) &&
    placeOf(document.activeElement, controller.store.read()) !== null &&
    !isTyping(controller);
  const copy = (event: ClipboardEvent): boolean => {
    const text = concernsSheet() ? copyText(controller) : null;
    if (text === null) return false;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    return true;
  };
  return {
    copy,
    cut: (event) => {
      if (copy(event)) clearBlock(controller);
    },
    paste: (event) => {
      if (!concernsSheet()) return;
      event.preventDefault();
      pasteText(controller, event.clipboardData?.getData('text/plain') ?? '');
    },
  };
}

/** Dragging and Shift+click span a block; a double click opens the text. */
function pointerListeners(controller: SheetController): Listeners {
  const spanTo = (event: MouseEvent): boolean => {
    const place = placeOf(event.target, controller.store.read());
    const { cursor } = controller.store.read();
    if (place === null || cursor === null || isTyping(controller)) return false;
    if (!samePlace(cursor.corner, place)) controller.spanTo(place);
    return true;
  };
  return {
    mousedown: (event) => {
      if (!event.shiftKey || event.button !== 0 || !spanTo(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    mouseover: (event) => {
      if (event.buttons === 1) spanTo(event);
    },
    dblclick: (event) => {
      const place = placeOf(event.target, controller.store.read());
      if (place !== null && !isTyping(controller)) controller.toggleEdit();
    },
  };
}

function keyListeners(controller: SheetController, keys: SheetKeys): Listeners {
  return {
    keydown: (event) => {
      const place = placeOf(event.target, controller.store.read());
      const { cursor } = controller.store.read();
      if (place === null || cursor === null || !samePlace(cursor.place, place)) return;
      if (keys.handle(event)) event.stopPropagation();
    },
  };
}

function listen(target: EventTarget, listeners: Listeners, signal: AbortSignal): void {
  for (const [name, listener] of Object.entries(listeners)) {
    target.addEventListener(name, listener as EventListener, { capture: true, signal });
  }
}

/** Listens in the capture phase: what is meant for the sheet never reaches the grid's own keys. */
export function useSheetEvents(
  element: RefObject<HTMLElement | null>,
  api: GridApi<SheetRow> | null,
  controller: SheetController,
): void {
  useEffect(() => {
    const grid = element.current;
    if (grid === null || api === null) return;
    const keys = new SheetKeys(controller, () => showCursor(api, controller));
    const stop = new AbortController();
    listen(document, clipboardListeners(controller, grid), stop.signal);
    listen(grid, focusListeners(controller, grid), stop.signal);
    listen(grid, pointerListeners(controller), stop.signal);
    listen(grid, keyListeners(controller, keys), stop.signal);
    return () => stop.abort();
  }, [element, api, controller]);
}
