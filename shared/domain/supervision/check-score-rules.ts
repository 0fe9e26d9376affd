/** What is wrong with 考核 rules or a mark before they are recorded, a sentence each. */
import { hasTwoDecimals } from './points.ts';
import type { MarkRule, PointsRule, ScoreRule, ScoreRules } from './score-rules.ts';

/** Beyond it a figure is a slip of the pen. */
const largestPoints = 1000;

function isPoints(value: number): boolean {
  return hasTwoDecimals(value) && value >= 0 && value <= largestPoints;
}

const pointsForm = `须是0到${largestPoints}之间的数，最多两位小数，请修改。`;

function checkPointsRule({ label, points, cap, who }: PointsRule): string[] {
  const problems: string[] = [];
  if (!isPoints(points)) problems.push(`“${label}”的分值${pointsForm}`);
  if (cap !== null && !isPoints(cap)) problems.push(`“${label}”的上限${pointsForm}`);
  else if (cap !== null && cap < points)
    problems.push(`“${label}”的上限${cap}分小于一次的分值${points}分，请改大上限或改小分值。`);
  const known = who.every((part) => part === 'lead' || part === 'stand_in');
  if (who.length === 0 || !known)
    problems.push(`“${label}”须写明计谁的分：牵头单位、无牵头任务的填报单位；配合单位不计分。`);
  return problems;
}

function checkMarkRule({ label, weight }: MarkRule): string[] {
  if (hasTwoDecimals(weight) && weight >= 0 && weight <= 100) return [];
  return [`“${label}”的权重须是0到100之间的百分数，最多两位小数，请修改。`];
}

function checkRule(rule: ScoreRule): string[] {
  if (rule.label.trim() === '') return [`有一条评分规则（${rule.key}）没有名称，请填写。`];
  return rule.kind === 'mark' ? checkMarkRule(rule) : checkPointsRule(rule);
}

function checkLimits({ base, floor, ceiling }: ScoreRules): string[] {
  if (![base, floor, ceiling].every(isPoints)) return [`基础分、最低分、最高分${pointsForm}`];
  if (floor <= base && base <= ceiling) return [];
  return [`基础分${base}分须在最低分${floor}分和最高分${ceiling}分之间，请修改。`];
}

function findRepeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** One mark alone: two weights could together outweigh the score. */
function checkTogether({ rules }: ScoreRules): string[] {
  const repeated = findRepeated(rules.map(({ key }) => key));
  const marks = rules.filter(({ kind }) => kind === 'mark');
  const strange = rules.filter(({ kind, counts }) => (kind === 'mark') !== (counts === 'leader_mark'));
  return [
    ...repeated.map((key) => `有两条评分规则的代号都是“${key}”，请删去一条。`),
    ...strange.map(({ label }) => `“${label}”的计分方式与所计的记录不符：领导评分按权重计，其余按次计。`),
    ...(marks.length > 1 ? ['领导评分只能有一条规则，请合并。'] : []),
  ];
}

/** Empty when nothing is wrong. */
export function checkScoreRules(rules: ScoreRules): string[] {
  const version = Number.isInteger(rules.version) && rules.version >= 1 ? [] : ['版本号须是从1起的整数。'];
  return [...version, ...checkLimits(rules), ...rules.rules.flatMap(checkRule), ...checkTogether(rules)];
}

/** A leader's mark is on the scale of 100; a praise names its points, not negative. */
export function checkUnitMark(kind: 'praise' | 'leader_mark', points: number): string[] {
  const largest = kind === 'leader_mark' ? 100 : largestPoints;
  if (hasTwoDecimals(points) && points >= 0 && points <= largest) return [];
  return [`${kind === 'praise' ? '表扬加分' : '领导评分'}须是0到${largest}之间的数，最多两位小数，请修改。`];
}
