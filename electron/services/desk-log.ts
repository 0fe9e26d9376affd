/** What people do with files on the return desk, in the log: which came, what was said of them, which were put away. */
import type { RowDecision } from '#shared/contract/desk.ts';
import { type ProgressField, progressFieldLabels } from '#shared/domain/progress.ts';
import type { FileDecisions } from '#shared/domain/return/decisions.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import type { DeskFileRow } from '../db/repositories/desk.repository.ts';
import { findUnitName } from '../db/repositories/units.repository.ts';
import type { ServiceContext } from './context.ts';
import { parseDecisions } from './desk-decisions.ts';

type Values = Record<string, unknown>;

function log(
  writer: Writer,
  { operator: actor, origin, now }: ServiceContext,
  { id }: DeskFileRow,
  entry: { action: string; before: Values | null; after: Values | null },
): Promise<void> {
  const at = now().toISOString();
  return recordChange(writer, { at, actor, origin, entity: 'desk_file', entityId: id, ...entry });
}

export function logCollected(writer: Writer, context: ServiceContext, file: DeskFileRow): Promise<void> {
  const { file_name: files, source, sha256, received_on: receivedOn } = file;
  return log(writer, context, file, {
    action: '收到回表',
    before: null,
    after: { files, source, sha256, receivedOn },
  });
}

/** Its return is neither stored nor sent back: it is put away. */
export function logDiscarded(writer: Writer, context: ServiceContext, file: DeskFileRow): Promise<void> {
  const { file_name: files, sha256 } = file;
  return log(writer, context, file, { action: '移出回表台', before: { files, sha256 }, after: null });
}

async function factsOf(writer: Writer, file: DeskFileRow): Promise<Values> {
  const { stated_unit_id: unitId, stated_period: period, received_on: receivedOn } = file;
  const unit = unitId === null ? null : await findUnitName(writer, unitId);
  return { unit, period, receivedOn };
}

const sideWords = { ours: '用现有的', theirs: '用回表的' } as const;

function rowWords({ take, sides, targetSides = {}, taskCode }: RowDecision): string {
  const fields = Object.entries(sides) as [ProgressField, keyof typeof sideWords][];
  return [
    take === null ? [] : [take ? '采纳' : '不采纳'],
    taskCode === null ? [] : [`认作${taskCode}`],
    fields.map(([field, side]) => `${progressFieldLabels[field]}${sideWords[side]}`),
    Object.values(targetSides).map((side) => `指标完成值${sideWords[side]}`),
  ]
    .flat()
    .join('，');
}

const acceptedWords = (accepted: boolean | null) => (accepted === null ? '' : accepted ? '入库' : '不入库');

/** By row: 「第3行（Sheet1）」. */
function decisionWords({ accepted, rows }: FileDecisions): Values {
  const words = Object.entries(rows).map(([key, decision]) => {
    const [, row, sheet] = /^(\d+):(.*)$/s.exec(key) ?? [];
    return [`第${row}行（${sheet}）`, rowWords(decision)] as const;
  });
  return { accepted: acceptedWords(accepted), ...Object.fromEntries(words) };
}

/** A file may have thousands of rows: only what differs is said. */
function difference(before: Values, after: Values): { before: Values; after: Values } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => (before[name] ?? '') !== (after[name] ?? ''));
  const only = (values: Values) => Object.fromEntries(changed.map((name) => [name, values[name] ?? '']));
  return { before: only(before), after: only(after) };
}

/** Nothing is said where nothing changed. */
export async function logTold(
  writer: Writer,
  context: ServiceContext,
  before: DeskFileRow,
  after: DeskFileRow,
): Promise<void> {
  const facts = difference(await factsOf(writer, before), await factsOf(writer, after));
  const decided = difference(
    decisionWords(parseDecisions(before.decisions)),
    decisionWords(parseDecisions(after.decisions)),
  );
  const files = after.file_name;
  for (const [action, change] of [
    ['说明回表', facts],
    ['核对回表', decided],
  ] as const) {
    if (Object.keys(change.after).length === 0) continue;
    await log(writer, context, after, {
      action,
      before: { files, ...change.before },
      after: { files, ...change.after },
    });
  }
}
