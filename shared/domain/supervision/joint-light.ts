/** A joint task: each lead has its light, and the task as a whole shows the worst of them. */
import type { ComputedLight } from './light.ts';
import { type Light, lights } from './light-kinds.ts';
import type { ShownLight } from './light-override.ts';

export interface LeadLight {
  unit: string;
  shown: ShownLight;
}

export interface JointLight {
  light: Light;
  /** The lead whose light it is. */
  decidedBy: string;
  /** That lead's figures and rule. */
  computed: ComputedLight;
  /** That lead's sentence, its name before it where there are several leads. */
  reason: string;
  leads: readonly LeadLight[];
}

function outranks(one: LeadLight, other: LeadLight): boolean {
  const byLight = lights.indexOf(one.shown.light) - lights.indexOf(other.shown.light);
  if (byLight !== 0) return byLight < 0;
  const gapOf = ({ shown }: LeadLight) => shown.computed.gap ?? Number.NEGATIVE_INFINITY;
  return gapOf(one) > gapOf(other);
}

/**
 * The task's light: red before yellow before 未报 before green before finished. A known slip outranks silence,
 * silence outranks every good word, and the task is finished when each lead is. Of equal lights the one furthest
 * behind speaks, then the first printed; the figures are thus the lowest of the leads'.
 * @param leads in printed order
 * @returns null without any lead (待明确)
 */
export function jointLight(leads: readonly LeadLight[]): JointLight | null {
  const deciding = leads.reduce<LeadLight | null>(
    (worst, lead) => (worst === null || outranks(lead, worst) ? lead : worst),
    null,
  );
  if (deciding === null) return null;
  const { unit, shown } = deciding;
  const name = leads.length > 1 ? `${unit}：` : '';
  return {
    light: shown.light,
    decidedBy: unit,
    computed: shown.computed,
    reason: `${name}${shown.computed.reason}`,
    leads,
  };
}
