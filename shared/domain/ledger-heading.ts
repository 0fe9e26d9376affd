/** Title, lines and file name of a ledger. */
import { type Period, periodLabel } from './period.ts';
import { type TaskKind, taskKindLabels } from './task.ts';

const annexWords: Record<TaskKind, string> = { key: '重点工作', livelihood: '民生实事' };

/**
 * 「2024年政府工作报告重点工作督办台账」: the part of 「关于印发…和…的通知」 that names this kind of task, without
 * its 「（任务）责任分解」. A title of another shape gives year and kind.
 */
export function ledgerTitle(documentTitle: string, year: number, kind: TaskKind): string {
  const subject = /关于印发(.+?)的通知/u.exec(documentTitle.replace(/\s+/gu, ''))?.[1] ?? '';
  const part = subject.split(/[和、及]/u).find((piece) => piece.includes(annexWords[kind])) ?? '';
  const name = part.replace(/^\d{4}年度?/u, '').replace(/(任务)?责任分解(方案|表)?$/u, '');
  return `${year}年${name === '' ? taskKindLabels[kind] : name}督办台账`;
}

/** @param scope 「全部」, a leader or a unit; @param printedOn `YYYY-MM-DD` */
export function scopeLine(period: Period, scope: string, printedOn: string): string {
  const [year, month, day] = printedOn.split('-').map(Number);
  return `报告期：${periodLabel(period)}　　范围：${scope}　　制表日期：${year}年${month}月${day}日`;
}

export interface LedgerCounts {
  tasks: number;
  /** Tasks at least one reporting unit has reported on. */
  reported: number;
  /** Tasks that repeat another one listed here: the same work under a second leader. */
  repeated: number;
}

/** What is counted in which unit of count; a repeated task is counted once (domain.md, Counting). */
export function countLine({ tasks, reported, repeated }: LedgerCounts): string {
  const listed = repeated === 0 ? '' : `（列示${tasks}项，其中重复${repeated}项）`;
  return `共${tasks - repeated}项${listed}，已报${reported}项，未报${tasks - repeated - reported}项　　单位：项`;
}

/** `2024年6月督办台账（林杰）.xlsx` without its ending. @param scope null for all tasks */
export function ledgerFileStem(period: Period, scope: string | null): string {
  return `${periodLabel(period)}督办台账${scope === null ? '' : `（${scope}）`}`;
}
