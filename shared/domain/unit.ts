/** 单位 (domain.md, Words): a canonical unit, its other names, the offices inside it, and the groups. */

export type UnitKind =
  | 'department'
  | 'party'
  | 'town'
  | 'vertical'
  | 'mass'
  | 'enterprise'
  | 'taskforce'
  | 'judicial'
  | 'office'
  | 'group';

export const unitKindLabels: Record<UnitKind, string> = {
  department: '区政府部门和直属单位',
  party: '区委部门',
  town: '街道（镇）',
  vertical: '市属派驻和垂管单位',
  mass: '群团组织',
  enterprise: '国有企业和公用企业',
  taskforce: '专班',
  judicial: '法院检察院等',
  office: '挂牌和内设机构',
  group: '统称',
};

/**
 * How a group's members are known: `fixed` are listed in the directory (各街镇), `per_task` must be named by
 * staff for each task and show 待明确 until then (相关街镇).
 */
export type GroupMembership = 'fixed' | 'per_task';

export interface UnitEntry {
  name: string;
  kind: UnitKind;
  aliases: string[];
  /** The unit this office belongs to (区委改革办 → 区委办公室); null for a unit of its own. */
  parent: string | null;
  /** Only for kind `group`. */
  membership: GroupMembership | null;
  /** Canonical names; for a `per_task` group the units staff may choose from. Empty for other kinds. */
  members: string[];
}

/** 待明确: what stands in for the concrete units of 相关街镇 until staff name them. */
export const unspecifiedLabel = '待明确';
