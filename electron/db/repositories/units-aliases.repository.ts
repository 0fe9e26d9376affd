/** 别名: the other names under which a unit is printed. */
import type { Reader, Writer } from '../executor.ts';

export interface KnownName {
  unitId: number;
  /** Canonical name of the unit. */
  unit: string;
  /** The name itself: canonical or alias. */
  name: string;
}

/** Every name and alias of the directory. */
export async function listKnownNames(reader: Reader): Promise<KnownName[]> {
  const names = await reader.selectFrom('unit').select(['id as unitId', 'name as unit', 'name']).execute();
  const aliases = await reader
    .selectFrom('unit_alias')
    .innerJoin('unit', 'unit.id', 'unit_alias.unit_id')
    .select(['unit.id as unitId', 'unit.name as unit', 'unit_alias.alias as name'])
    .execute();
  return [...names, ...aliases];
}

export interface PrintedName {
  printed: string;
  code: string;
  documentNumber: string;
}

/** How the notices print a unit, or, for an office, the unit whose bracket it stands in. */
export function listPrintedNames(reader: Reader, unitId: number): Promise<PrintedName[]> {
  return reader
    .selectFrom('task_unit')
    .innerJoin('task', 'task.id', 'task_unit.task_id')
    .innerJoin('document', 'document.id', 'task.document_id')
    .select(['task_unit.printed', 'task.code', 'document.number as documentNumber'])
    .where((eb) => {
      const parent = eb.selectFrom('unit').select('parent_id').where('id', '=', unitId);
      return eb.or([eb('task_unit.unit_id', '=', unitId), eb('task_unit.unit_id', '=', parent)]);
    })
    .orderBy('document.id')
    .orderBy('task.code')
    .execute();
}

/** @returns false when the unit has no such alias */
export async function deleteAlias(writer: Writer, unitId: number, alias: string): Promise<boolean> {
  const result = await writer
    .deleteFrom('unit_alias')
    .where('unit_id', '=', unitId)
    .where('alias', '=', alias)
    .executeTakeFirstOrThrow();
  return result.numDeletedRows === 1n;
}
