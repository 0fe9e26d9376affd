/** Adding and removing a unit's other names. */
import { AppError } from '#shared/contract/errors.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { foldUnitName, splitUnitList } from '#shared/domain/unit-name.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { insertAlias } from '../db/repositories/directory.repository.ts';
import { listUnitSummaries } from '../db/repositories/units.repository.ts';
import {
  deleteAlias,
  listKnownNames,
  listPrintedNames,
} from '../db/repositories/units-aliases.repository.ts';
import type { ServiceContext } from './context.ts';

export interface AliasChange {
  unitId: number;
  alias: string;
}

/** @throws AppError `not_found` */
export async function requireUnit(reader: Reader, unitId: number): Promise<UnitSummary> {
  const unit = (await listUnitSummaries(reader)).find((summary) => summary.id === unitId);
  if (unit === undefined) throw new AppError('not_found', '没有找到这个单位，请刷新后再试。', { unitId });
  return unit;
}

async function logAliases(
  writer: Writer,
  context: ServiceContext,
  action: string,
  before: UnitSummary,
  after: UnitSummary,
): Promise<void> {
  await recordChange(writer, {
    at: context.now().toISOString(),
    actor: context.operator,
    origin: context.origin,
    action,
    entity: 'unit',
    entityId: after.id,
    before: { aliases: before.aliases },
    after: { aliases: after.aliases },
  });
}

/** A name has to mean one unit whatever its width, spaces and quotes, or returned forms could not be matched. */
async function checkNewAlias(reader: Reader, alias: string): Promise<void> {
  const folded = foldUnitName(alias);
  if (folded === '' || splitUnitList(alias).length !== 1) {
    throw new AppError(
      'bad_input',
      `“${alias}”不能作别名：别名里不能有顿号、逗号、分号和星号，请只写一个名称。`,
    );
  }
  const taken = (await listKnownNames(reader)).find((known) => foldUnitName(known.name) === folded);
  if (taken === undefined) return;
  const owner = taken.name === taken.unit ? '是一个单位的名称' : `已是${taken.unit}的别名`;
  throw new AppError('bad_input', `“${alias}”${owner}，没有添加。一个名称只能指一个单位。`);
}

/** @throws AppError `not_found`, or `bad_input` for a name that means a unit already */
export async function addAlias(
  writer: Writer,
  context: ServiceContext,
  { unitId, alias }: AliasChange,
): Promise<UnitSummary> {
  const before = await requireUnit(writer, unitId);
  await checkNewAlias(writer, alias);
  await insertAlias(writer, unitId, alias);
  const after = await requireUnit(writer, unitId);
  await logAliases(writer, context, '添加别名', before, after);
  return after;
}

function isPrintedAs(printed: string, alias: string): boolean {
  const paper = foldUnitName(printed);
  const name = foldUnitName(alias);
  return paper === name || paper.startsWith(`${name}(`) || paper.includes(`(${name})`);
}

/** A printed name stays known: next year's notice and the returned forms are read by it. */
async function checkNotPrinted(reader: Reader, { unitId, alias }: AliasChange): Promise<void> {
  const papers = await listPrintedNames(reader, unitId);
  const use = papers.find((paper) => isPrintedAs(paper.printed, alias));
  if (use === undefined) return;
  throw new AppError(
    'bad_input',
    `“${alias}”印在${use.documentNumber}的任务 ${use.code} 里，要靠它认出单位，不能删除。`,
    { code: use.code },
  );
}

/** @throws AppError `not_found`, or `bad_input` for an alias that a notice prints */
export async function removeAlias(
  writer: Writer,
  context: ServiceContext,
  change: AliasChange,
): Promise<UnitSummary> {
  const before = await requireUnit(writer, change.unitId);
  await checkNotPrinted(writer, change);
  if (!(await deleteAlias(writer, change.unitId, change.alias))) {
    throw new AppError(
      'not_found',
      `${before.name}没有“${change.alias}”这个别名，可能已被删除。请刷新后再看。`,
    );
  }
  const after = await requireUnit(writer, change.unitId);
  await logAliases(writer, context, '删除别名', before, after);
  return after;
}
