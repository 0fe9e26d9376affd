import { z } from 'zod';
import type { Role } from '../domain/task.ts';
import type { GroupMembership, UnitKind } from '../domain/unit.ts';
import { method } from './method.ts';
import type { TaskRow } from './tasks.ts';
import { noInput, rowId } from './values.ts';

export interface UnitSummary {
  id: number;
  name: string;
  kind: UnitKind;
  aliases: string[];
  /** The unit an office belongs to. */
  parent: { id: number; name: string } | null;
  /** Bracket offices inside it. */
  offices: string[];
  membership: GroupMembership | null;
  members: string[];
  /** Tasks by role, printed roles only (a group's tasks count for the group). */
  taskCounts: Record<Role, number>;
  /** Tasks it is asked to report on, groups included. */
  reportingCount: number;
  /** Pinyin initials of the name, for searching: 区发改局 → qfgj. */
  initials: string;
}

export interface UnitDetail extends UnitSummary {
  /** `viaGroup`: the fixed group, or the office, under whose name the unit is in the task. */
  tasks: { role: Role; viaGroup: string | null; task: TaskRow }[];
}

const aliasText = z.string().trim().min(2, '别名至少两个字').max(60, '别名不能超过 60 个字');

export const unitsContract = {
  list: method<UnitSummary[]>()('read', noInput),
  detail: method<UnitDetail>()('read', z.strictObject({ unitId: rowId })),
  addAlias: method<UnitSummary>()('undoable', z.strictObject({ unitId: rowId, alias: aliasText })),
  removeAlias: method<UnitSummary>()('undoable', z.strictObject({ unitId: rowId, alias: aliasText })),
};
