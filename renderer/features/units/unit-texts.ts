/** What the directory's columns say, as plain text. */
import type { UnitSummary } from '#shared/contract/units.ts';
import { unspecifiedLabel } from '#shared/domain/unit.ts';

/** 「各街镇：五马街道、…」 of a fixed group; a per-task group says that staff name its units. */
export function membersText(unit: UnitSummary): string {
  if (unit.membership === 'per_task') return `按任务确定，未确定时显示“${unspecifiedLabel}”`;
  return unit.members.join('、');
}

/** Everything that stands beside the name: other names, offices inside, the unit it belongs to, members. */
export function relationsText(unit: UnitSummary): string {
  const lines = [
    unit.parent === null ? '' : `属于：${unit.parent.name}`,
    unit.offices.length === 0 ? '' : `内设（挂牌）：${unit.offices.join('、')}`,
    unit.membership === null ? '' : `成员：${membersText(unit)}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

export const aliasesText = (unit: UnitSummary) => unit.aliases.join('、');
