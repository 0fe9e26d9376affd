/** A row of the list as the words its cells show. */
import type { LightFigures, LightPart, LightRow } from '#shared/contract/lights.ts';
import { lightNameLabels, lightNames } from '#shared/domain/lights/light-names.ts';
import { taskEventLabels } from '#shared/domain/supervision/lifecycle.ts';
import { overrideWords } from '#shared/domain/supervision/light-override.ts';
import { movementText } from '#shared/domain/supervision/movement.ts';
import { percentLabel } from '#shared/domain/supervision/percent-figures.ts';
import { planStatusLabels } from '#shared/domain/supervision/plan.ts';
import { taskStateLabels } from '#shared/domain/supervision/task-state.ts';
import { unspecifiedLabel } from '#shared/domain/unit.ts';

/** A task of more leads (各街镇) says how many have which light. */
const namedOneByOne = 4;

function countedLights(parts: readonly LightPart[]): string[] {
  return lightNames
    .map((light) => ({ light, count: parts.filter((part) => part.light === light).length }))
    .filter(({ count }) => count > 0)
    .map(({ light, count }) => `${lightNameLabels[light]} ${count} 个`);
}

/** 「绿灯→平」, 「绿灯（原红灯）↑升」 */
function partLight({ light, computed, override, movement }: LightPart): string {
  const ruled = override === null ? '' : `（原${lightNameLabels[computed]}）`;
  return `${lightNameLabels[light]}${ruled}${movementText(movement)}`;
}

/** 「已拆分」, 「已合并」: the tile 已撤销 counts them too. */
export function goneText({ state }: NonNullable<LightRow['gone']>): string {
  return state === 'withdrawn' ? lightNameLabels.withdrawn : taskStateLabels[state];
}

/** One lead by its name, several each with its light while the task is judged. */
export function unitsText({ parts, gone }: LightRow): string {
  const [first] = parts;
  if (first === undefined) return unspecifiedLabel;
  if (gone !== null && parts.length <= namedOneByOne) return parts.map(({ unit }) => unit).join('\n');
  if (parts.length === 1) return first.unit;
  if (parts.length <= namedOneByOne)
    return parts.map((part) => `${part.unit}：${partLight(part)}`).join('\n');
  return [`${parts.length} 个单位`, ...countedLights(parts)].join('\n');
}

export function expectedText({ expected, planStatus }: LightRow): string {
  const percent = percentLabel(expected);
  return planStatus === 'proposed' ? `${percent}\n${planStatusLabels.proposed}` : percent;
}

export function actualText({ actual }: LightFigures): string {
  return actual === null ? '—' : percentLabel(actual);
}

/** 「落后 22」, 「领先 5」, 「持平」 */
export function gapText({ gap }: LightFigures): string {
  if (gap === null) return '—';
  if (gap === 0) return '持平';
  return gap > 0 ? `落后 ${gap}` : `领先 ${-gap}`;
}

export function figuresReason({ reason, override }: LightFigures): string {
  return override === null ? reason : `${reason}\n${overrideWords(override)}`;
}

export function reasonText(row: LightRow): string {
  const { gone } = row;
  if (gone === null) return figuresReason(row);
  const into = gone.into.length === 0 ? '' : `，见${gone.into.join('、')}`;
  return `${row.reason}（${taskEventLabels[gone.state]}${into}：${gone.reason}）`;
}
