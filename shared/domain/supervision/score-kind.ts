/** The three rankings: 部门, 街镇, 其他. */
import type { UnitKind } from '../unit.ts';

export type ScoreKind = 'department' | 'town' | 'other';

export const scoreKinds: readonly ScoreKind[] = ['department', 'town', 'other'];

export const scoreKindLabels: Record<ScoreKind, string> = { department: '部门', town: '街镇', other: '其他' };

/** 部门 are the district's own: government departments and party departments. 专班, 垂管, 国企 and the like are 其他. */
export function scoreKindOf(kind: UnitKind): ScoreKind {
  if (kind === 'town') return 'town';
  return kind === 'department' || kind === 'party' ? 'department' : 'other';
}
