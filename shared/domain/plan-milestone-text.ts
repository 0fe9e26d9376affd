/** 节点 in one cell, a line each: 「2024-06-30 完成招标（2024-06-28完成）」. */
import type { Milestone } from './supervision/plan.ts';
import { foldWidth } from './text.ts';

function lineOf({ title, due, done }: Milestone): string {
  return `${due} ${title}${done === null ? '' : `（${done}完成）`}`;
}

export function milestonesText(milestones: readonly Milestone[]): string {
  return milestones.map(lineOf).join('\n');
}

const linePattern = /^(?<due>\d{4}[-./年]\d{1,2}[-./月]\d{1,2})日?\s*[:：]?\s*(?<title>.+)$/u;
const donePattern = /[（(](?<done>\d{4}[-./年]\d{1,2}[-./月]\d{1,2})日?完成[)）]\s*$/u;

/** `2024.6.3` and 「2024年6月3日」 as `2024-06-03`; whether it is a day of the calendar is for others to say. */
export function foldedDate(text: string): string {
  const parts = foldWidth(text).trim().match(/\d+/g);
  if (parts?.length !== 3) return text.trim();
  return parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-');
}

export interface ReadMilestones {
  milestones: Milestone[];
  /** A sentence a line that cannot be read. */
  problems: string[];
}

/** @param known the evidence of a 节点 that keeps its title is kept with it */
export function readMilestones(text: string, known: readonly Milestone[]): ReadMilestones {
  const read: ReadMilestones = { milestones: [], problems: [] };
  for (const line of text.split(/\r?\n/u).map((words) => words.trim())) {
    if (line === '') continue;
    const done = donePattern.exec(line);
    const match = linePattern.exec(done === null ? line : line.slice(0, done.index).trim());
    const { due, title } = match?.groups ?? {};
    if (due === undefined || title === undefined) {
      read.problems.push(`节点“${line}”看不懂，请写成“2024-06-30 节点名称”，一行一个。`);
      continue;
    }
    const doneOn = done?.groups?.done;
    read.milestones.push({
      title: title.trim(),
      due: foldedDate(due),
      done: doneOn === undefined ? null : foldedDate(doneOn),
      evidence: known.find((milestone) => milestone.title === title.trim())?.evidence ?? '',
    });
  }
  return read;
}
