import type { PlanDetail, PlanTarget } from '#shared/contract/plan.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { planStatusLabels } from '#shared/domain/supervision/plan.ts';
import { trajectoryShapeLabels } from '#shared/domain/supervision/trajectory.ts';
import { isTakenBack } from '#shared/domain/target.ts';
import { periodName, promiseText, quantityText } from '../../../components/format.ts';

/** The plan as it stands; 建议 shows the words it comes from. */
export function PlanSummary({ detail }: { detail: PlanDetail }) {
  const { plan, targets, earlierTargets } = detail;
  const { trajectory } = plan;
  const people = [
    ['责任领导', plan.responsibleLeader],
    ['责任人', plan.responsiblePerson],
    ['联系人', [plan.contact, plan.contactPhone].filter((text) => text !== '').join(' ')],
  ].filter(([, text]) => text !== '');
  return (
    <>
      {plan.status === 'proposed' && (
        <p className="plan-proposal">
          <b>{planStatusLabels.proposed}</b>　{plan.reason}
        </p>
      )}
      <dl className="plan-facts">
        {people.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>序时</dt>
          <dd>
            {trajectoryShapeLabels[trajectory.shape]}，{dateLabel(trajectory.start)}至
            {dateLabel(trajectory.due)}
          </dd>
        </div>
        {plan.workPlan !== '' && (
          <div>
            <dt>工作计划</dt>
            <dd>{plan.workPlan}</dd>
          </div>
        )}
      </dl>
      <EarlierPlans detail={detail} />
      <Milestones detail={detail} />
      <Readings targets={targets} earlier={earlierTargets} />
    </>
  );
}

function EarlierPlans({ detail: { earlierPlans } }: { detail: PlanDetail }) {
  if (earlierPlans.length === 0) return null;
  return (
    <details className="task-earlier">
      <summary>改动以前的计划（{earlierPlans.length}）</summary>
      <ul className="task-readings">
        {earlierPlans.map(({ until, status, trajectory, supersededBy }) => (
          <li key={until}>
            <b>{dateLabel(until)}以前</b>：{planStatusLabels[status]}，
            {trajectoryShapeLabels[trajectory.shape]}，{dateLabel(trajectory.start)}至
            {dateLabel(trajectory.due)}（由{supersededBy}改动）
          </li>
        ))}
      </ul>
    </details>
  );
}

function Milestones({ detail: { plan } }: { detail: PlanDetail }) {
  if (plan.milestones.length === 0) return <p className="muted">没有节点。</p>;
  return (
    <table className="plain-table" aria-label="节点">
      <thead>
        <tr>
          <th scope="col">节点</th>
          <th scope="col">时限</th>
          <th scope="col">完成</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {plan.milestones.map(({ id, title, due, done, evidence }) => (
          <tr key={id ?? `${due} ${title}`}>
            <td>{title}</td>
            <td className="numeric">{dateLabel(due)}</td>
            <td className="numeric">{done === null ? '未完成' : dateLabel(done)}</td>
            <td>{evidence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ReadingsProps {
  targets: PlanDetail['targets'];
  /** Of earlier words. */
  earlier: PlanDetail['earlierTargets'];
}

function Readings({ targets, earlier }: ReadingsProps) {
  const all = [...targets.map((target) => ({ ...target, from: null, until: null })), ...earlier];
  const read = all.filter(({ readings, until }) => readings.length > 0 || until !== null);
  if (read.length === 0) return null;
  return (
    <details className="task-earlier">
      <summary>指标完成值</summary>
      <ul className="task-readings">
        {read.map((target) => (
          <li key={target.id}>
            <b>
              {target.name} {promiseText(target)}
            </b>
            {target.until !== null &&
              (isTakenBack(target) ? '（写错，已更正）' : `（${dateLabel(target.until)}以前）`)}
            ：{readingsText(target)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function readingsText({ readings, measure }: PlanTarget): string {
  if (readings.length === 0) return '没有填报过';
  return readings
    .map(({ period, unit, value }) => `${periodName(period)}${unit} ${quantityText(value, measure)}`)
    .join('；');
}
