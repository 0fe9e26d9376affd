/** Sends rows to the main process one after another and puts each answer, or why there was none, into the sheet. */

import { AppError } from '#shared/contract/errors.ts';
import type { ProgressRow, ProgressSave } from '#shared/contract/progress.ts';
import { acceptSave, beginSave, failSave, prepareSave, savableRows } from '../model/row-saving.ts';
import { type RowKey, rowKey } from '../model/sheet-columns.ts';
import type { SaveFailure, SheetState } from '../model/sheet-state.ts';

/** The sheet's way to the database; each rejects with an AppError. */
export interface SheetPort {
  save(request: ProgressSave): Promise<ProgressRow>;
  /** The same sheet as it stands now, for showing what somebody else saved. */
  reload(): Promise<ProgressRow[]>;
}

export interface SheetHolder {
  read(): SheetState;
  change(next: (state: SheetState) => SheetState): void;
}

export interface SheetSaver {
  saveRow(key: RowKey): void;
  /** @returns when no save is under way and none could follow */
  saveEverything(): Promise<void>;
}

/** @param isBeingTyped the row under the cursor: what is typed there during a save waits until it is left */
export function createSheetSaver(
  port: SheetPort,
  period: string,
  holder: SheetHolder,
  isBeingTyped: (key: RowKey) => boolean,
): SheetSaver {
  let queue: Promise<void> = Promise.resolve();

  function saveRow(key: RowKey): void {
    const row = holder.read().rows[key];
    const sending = row === undefined ? null : prepareSave(row, period);
    if (sending === null) return;
    holder.change((state) => beginSave(state, key, sending.texts));
    queue = queue.then(() => send(key, sending.request));
  }

  async function send(key: RowKey, request: ProgressSave): Promise<void> {
    try {
      const stored = await port.save(request);
      holder.change((state) => acceptSave(state, key, stored));
      if (!isBeingTyped(key)) saveRow(key);
    } catch (error) {
      const failure = await describeFailure(key, error);
      holder.change((state) => failSave(state, key, failure));
    }
  }

  async function describeFailure(key: RowKey, error: unknown): Promise<SaveFailure> {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof AppError) || error.code !== 'stale') return { kind: 'failed', message };
    try {
      const theirs = (await port.reload()).find((row) => rowKey(row) === key);
      if (theirs !== undefined) return { kind: 'stale', ...authorOf(error), theirs };
    } catch {
      // The row stays as typed and says that it is stale; saving it again asks again.
    }
    return { kind: 'failed', message };
  }

  async function saveEverything(): Promise<void> {
    const attempted = new Set<RowKey>();
    while (true) {
      const keys = savableRows(holder.read()).filter((key) => !attempted.has(key));
      for (const key of keys) {
        attempted.add(key);
        saveRow(key);
      }
      const waiting = queue;
      await waiting;
      if (waiting === queue && keys.length === 0) return;
    }
  }

  return { saveRow, saveEverything };
}

function authorOf({ details }: AppError): { by: string | null; at: string | null } {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return { by: text(details.createdBy), at: text(details.createdAt) };
}
