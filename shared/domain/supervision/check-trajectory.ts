/** What is wrong with a trajectory someone typed or imported, a sentence each. */
import { isDate } from './dates.ts';
import { type MilestoneShare, quarterEnds, type Trajectory, type TrajectoryPoint } from './trajectory.ts';

function isPercent(value: number): boolean {
  return value >= 0 && value <= 100;
}

function isRising(percents: readonly number[]): boolean {
  return percents.every((percent, index) => percent >= (percents[index - 1] ?? 0));
}

function checkSpan({ start, due }: Trajectory): string[] {
  const malformed = [start, due].filter((date) => !isDate(date));
  if (malformed.length > 0)
    return malformed.map((date) => `“${date}”不是有效日期，请按“2024-06-30”的格式填写。`);
  return due < start ? [`完成时限${due}早于开始日期${start}，请修改其中一个。`] : [];
}

function checkQuarters(trajectory: Trajectory & { shape: 'quarters' }): string[] {
  const { percents } = trajectory;
  const wanted = quarterEnds(trajectory).length;
  const problems: string[] = [];
  if (percents.length !== wanted)
    problems.push(`从开始到完成共${wanted}个季度，却填了${percents.length}个比例，请逐季填写。`);
  if (!percents.every(isPercent)) problems.push('季度比例须在0到100之间，请修改。');
  if (!isRising(percents)) problems.push('后一季度的比例不能低于前一季度，请修改。');
  if (percents.at(-1) !== 100) problems.push('最后一个季度的比例须是100，请修改。');
  return problems;
}

function checkDatesInside({ start, due }: Trajectory, dates: readonly string[], what: string): string[] {
  return dates.flatMap((date) => {
    if (!isDate(date)) return [`${what}日期“${date}”不是有效日期，请按“2024-06-30”的格式填写。`];
    return date < start || date > due ? [`${what}日期${date}不在${start}至${due}之间，请修改。`] : [];
  });
}

function checkPoints(trajectory: Trajectory, points: readonly TrajectoryPoint[]): string[] {
  const dates = points.map(({ date }) => date);
  const percents = points.map(({ percent }) => percent);
  const problems = checkDatesInside(trajectory, dates, '序时点的');
  if (points.length === 0) problems.push('一个序时点也没有，请至少填一个，或改用匀速。');
  if (dates.some((date, index) => index > 0 && date <= (dates[index - 1] ?? '')))
    problems.push('序时点须按日期先后排列，同一天只能有一个，请修改。');
  if (!percents.every(isPercent)) problems.push('序时点的比例须在0到100之间，请修改。');
  if (!isRising(percents)) problems.push('后一个序时点的比例不能低于前一个，请修改。');
  if (points.some(({ date, percent }) => date === trajectory.due && percent !== 100))
    problems.push('完成时限当天的序时点须是100，请修改。');
  return problems;
}

function checkMilestones(trajectory: Trajectory, milestones: readonly MilestoneShare[]): string[] {
  const dates = milestones.map(({ due }) => due);
  const problems = checkDatesInside(trajectory, dates, '节点');
  if (milestones.length === 0) problems.push('一个节点也没有，请先填节点，或改用匀速。');
  if (milestones.some(({ weight }) => weight !== undefined && !(weight > 0)))
    problems.push('节点的权重须大于0，请修改。');
  return problems;
}

/** Empty when nothing is wrong. Points are not sorted for the user: a wrong order is more often a wrong date. */
export function checkTrajectory(trajectory: Trajectory): string[] {
  const problems = checkSpan(trajectory);
  if (problems.length > 0) return problems;
  if (trajectory.shape === 'quarters') return checkQuarters(trajectory);
  if (trajectory.shape === 'points') return checkPoints(trajectory, trajectory.points);
  if (trajectory.shape === 'milestones') return checkMilestones(trajectory, trajectory.milestones);
  return [];
}
