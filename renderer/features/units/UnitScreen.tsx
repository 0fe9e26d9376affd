/** One unit: its names, what belongs to it, and its tasks by role. */
import { useParams } from 'react-router';
import { useUnitDetail } from '../../api/units.ts';
import { BackLink } from '../../components/BackLink.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { UnitAliases } from './UnitAliases.tsx';
import { UnitLearned } from './UnitLearned.tsx';
import { UnitRelations } from './UnitRelations.tsx';
import { UnitTasks } from './UnitTasks.tsx';
import './units.css';

export default function UnitScreen() {
  const unitId = Number(useParams().id);
  const { data: unit, error, refetch } = useUnitDetail(unitId);
  const back = <BackLink to="/units">单位名录</BackLink>;
  if (error !== null && unit === undefined) {
    return (
      <>
        {back}
        <ErrorNotice title="这个单位没有读出来" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (unit === undefined) return <LoadingState />;
  return (
    <>
      <PageHeader back={back} title={unit.name} />
      <div className="unit-page">
        <UnitTasks unit={unit} />
        <div className="unit-side">
          <UnitRelations unit={unit} />
          <UnitAliases key={unit.id} unit={unit} />
          <UnitLearned key={`learned ${unit.id}`} unitId={unit.id} />
        </div>
      </div>
    </>
  );
}
