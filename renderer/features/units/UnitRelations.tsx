import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { UnitDetail } from '#shared/contract/units.ts';
import { unitKindLabels } from '#shared/domain/unit.ts';
import { membersText } from './unit-texts.ts';

/** What kind of unit it is, what belongs to it, and how much it is asked to report. */
export function UnitRelations({ unit }: { unit: UnitDetail }) {
  return (
    <dl className="unit-block unit-relations sheet">
      <Relation label="类别">{unitKindLabels[unit.kind]}</Relation>
      {unit.parent !== null && (
        <Relation label="隶属">
          <Link to={`/units/${unit.parent.id}`}>{unit.parent.name}</Link>
        </Relation>
      )}
      {unit.offices.length > 0 && <Relation label="内设（挂牌）">{unit.offices.join('、')}</Relation>}
      {unit.membership !== null && (
        <Relation label={unit.membership === 'fixed' ? `成员（${unit.members.length} 个）` : '成员'}>
          {membersText(unit)}
        </Relation>
      )}
      <Relation label="需填报">{unit.reportingCount} 项</Relation>
    </dl>
  );
}

function Relation({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
