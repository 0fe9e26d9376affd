import { Fragment } from 'react';
import { unspecifiedLabel } from '#shared/domain/unit.ts';
import './marks.css';

export interface ShownUnit {
  name: string;
  /** A 相关… group whose units nobody has named yet. */
  unspecified: boolean;
}

/** The same words as {@link UnitNames} shows, for sorting and for working out how high a row must be. */
export function unitNamesText(units: readonly ShownUnit[]): string {
  return units.map((unit) => unit.name + (unit.unspecified ? `（${unspecifiedLabel}）` : '')).join('、');
}

/** Names in printed order with 、 between them; a group still to be made concrete is marked 待明确. */
export function UnitNames({ units }: { units: readonly ShownUnit[] }) {
  return units.map((unit, index) => (
    // A unit may stand twice in one task, under two offices: the place makes the key.
    // biome-ignore lint/suspicious/noArrayIndexKey: printed order does not change while shown
    <Fragment key={`${index}-${unit.name}`}>
      {index > 0 && '、'}
      {unit.name}
      {unit.unspecified && <span className="unspecified">（{unspecifiedLabel}）</span>}
    </Fragment>
  ));
}
