/** 序时进度 and 节点 proposed from a task's own words; 建议 until a person confirms them. */
import type { Target } from '../target.ts';
import { foldWidth } from '../text.ts';
import { roundPercent } from './percent-figures.ts';
import type { Milestone } from './plan.ts';
import { type PromisedDate, promisedDates, promisedStart } from './promised-dates.ts';
import { hasRatio, lastStageOf } from './target-actual.ts';
import { defaultTrajectory, quarterEnds, type Trajectory, type TrajectoryPoint } from './trajectory.ts';

export interface ProposedTask {
  /** Corrections applied. */
  content: string;
  targets: readonly Target[];
  /** The notice's year. */
  year: number;
}

export interface TrajectoryProposal {
  trajectory: Trajectory;
  due: string;
  milestones: Milestone[];
  /** Why, with the words it comes from in “”. */
  reason: string;
  status: 'proposed';
  /** Linear January to December: the text says nothing else. */
  isDefault: boolean;
}

/**
 * Words of finishing a building, which is seen only when it stands (domain.md: linear is wrong for construction).
 * What is 筹集 may be bought.
 */
const buildingWords =
  /完工|竣工(?!一批)|投用|通车|打通|新开工建设|新建(?!项目).*\d|改造\s*\d|^(?:建设|交付)(?!筹集).*\d/u;

const quarterlyWords = /一季一|每季|按季/u;

interface Shape {
  trajectory: Trajectory;
  reason: string;
}

interface Reading {
  content: string;
  span: { start: string; due: string };
  dates: readonly PromisedDate[];
  targets: readonly Target[];
}

/** Quoted as Chinese print does: “” outside, ‘’ for the quotes inside. */
function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** Up to the next 、 that parts what is promised from more of it: 「投用小学、幼儿园 5 所」 is one promise. */
function wholePromise(piece: string, rest: string): string {
  if (/\d/u.test(foldWidth(piece))) return piece;
  const [next, ...others] = rest.split('、');
  return next === undefined || next === '' ? piece : `${piece}、${wholePromise(next, others.join('、'))}`;
}

/** The first piece of the text between two marks of punctuation that has the words, verbatim. */
function pieceWith(content: string, words: RegExp): string | null {
  for (const clause of content.split(/[，。；！？,;\n]/u)) {
    const pieces = clause.split('、');
    const found = pieces.findIndex((piece) => words.test(foldWidth(piece).trim()));
    if (found === -1) continue;
    return wholePromise(pieces[found] ?? '', pieces.slice(found + 1).join('、')).trim();
  }
  return null;
}

/** The first promise with stages (「一季度达30%…」) as points of the whole; empty when there is none. */
function stagePoints(targets: readonly Target[]): TrajectoryPoint[] {
  const promised = targets.filter((target) => hasRatio({ target }));
  const promise = promised
    .map((target) => lastStageOf(target, promised))
    .find((last) => promised.some((target) => target !== last && lastStageOf(target, promised) === last));
  if (promise === undefined) return [];
  return promised
    .filter((target) => lastStageOf(target, promised) === promise)
    .map(({ due, value }) => ({ date: due, percent: roundPercent((value / promise.value) * 100) }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

function stagesReason(points: readonly TrajectoryPoint[], dates: readonly PromisedDate[]): string {
  const isStage = ({ due }: PromisedDate) => points.some(({ date }) => date === due);
  const quotes = dates.filter(isStage).map(({ quote }) => quoted(quote));
  return `文中分阶段写明${quotes.join('')}，建议按各阶段比例`;
}

/** By quarters where each stage is a quarter's end or the due date, else by the stages' own days. */
function byStages({ span, targets, dates }: Reading): Shape | null {
  const points = stagePoints(targets);
  if (points.length === 0) return null;
  const reason = stagesReason(points, dates);
  const percentOn = new Map(points.map(({ date, percent }) => [date, percent]));
  const ends = quarterEnds(span);
  const percents = ends.flatMap((date) => percentOn.get(date) ?? []);
  const isByQuarter = percents.length === ends.length && points.length === ends.length;
  const trajectory: Trajectory = isByQuarter
    ? { shape: 'quarters', ...span, percents }
    : { shape: 'points', ...span, points };
  return { trajectory, reason };
}

function byMilestones({ span, dates }: Reading): Shape | null {
  const days = [...new Set(dates.map(({ due }) => due))].sort();
  if (days.length < 2) return null;
  const quotes = dates.map(({ quote }) => quoted(quote)).join('');
  const milestones = days.map((due) => ({ due }));
  return {
    trajectory: { shape: 'milestones', ...span, milestones },
    reason: `文中写明${quotes}，建议按节点`,
  };
}

function byQuarters({ content, span }: Reading): Shape | null {
  const words = pieceWith(content, quarterlyWords);
  if (words === null) return null;
  const { length } = quarterEnds(span);
  const percents = Array.from({ length }, (_, index) => roundPercent(((index + 1) / length) * 100));
  return {
    trajectory: { shape: 'quarters', ...span, percents },
    reason: `文中${quoted(words)}逐季推进，建议按季度`,
  };
}

function byBuilding({ content, span }: Reading): Shape | null {
  const words = pieceWith(content, buildingWords);
  if (words === null) return null;
  return {
    trajectory: { shape: 'back_loaded', ...span },
    reason: `文中${quoted(words)}属工程建设，建议前慢后快`,
  };
}

function linear({ span, dates }: Reading): Shape {
  const last = dates.find(({ due }) => due === span.due);
  const reason =
    last === undefined ? '文中未写明时限，建议匀速至年底' : `文中写明${quoted(last.quote)}，建议匀速`;
  return { trajectory: { shape: 'linear', ...span }, reason };
}

function spanOf({ content, targets, year }: ProposedTask, dates: readonly PromisedDate[]) {
  const dues = [...targets, ...dates].map(({ due }) => due).sort();
  const span = defaultTrajectory(year);
  const due = dues.at(-1) ?? span.due;
  const began = promisedStart(content, year);
  const begins = began !== null && began.start < due ? began : null;
  return { span: { start: begins?.start ?? span.start, due }, begins };
}

/** 节点 for the dates the text names, where it names more than the year's end. */
function milestonesOf(dates: readonly PromisedDate[], year: number): Milestone[] {
  const yearEnd = defaultTrajectory(year).due;
  if (dates.every(({ due }) => due === yearEnd)) return [];
  return dates.map(({ due, title }) => ({ title, due, done: null, evidence: '' }));
}

/**
 * What the text suggests, by the first that fits: stages of a number, several dates, quarterly work, construction,
 * else a straight line to the last date named, by the targets or the text, or to the year's end.
 */
export function proposeTrajectory(task: ProposedTask): TrajectoryProposal {
  const dates = promisedDates(task.content, task.year);
  const { span, begins } = spanOf(task, dates);
  const reading: Reading = { content: task.content, span, dates, targets: task.targets };
  const shape =
    byStages(reading) ??
    byMilestones(reading) ??
    byQuarters(reading) ??
    byBuilding(reading) ??
    linear(reading);
  const { trajectory } = shape;
  const standard = defaultTrajectory(task.year);
  return {
    trajectory,
    due: span.due,
    milestones: milestonesOf(dates, task.year),
    reason: `${shape.reason}${begins === null ? '' : `，自${quoted(begins.quote)}计`}。`,
    status: 'proposed',
    isDefault: trajectory.shape === 'linear' && span.start === standard.start && span.due === standard.due,
  };
}
