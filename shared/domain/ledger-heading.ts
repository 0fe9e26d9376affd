/** Title, lines and file name of a ledger. */
import { type Period, periodLabel } from './period.ts';
import { dateLabel } from './supervision/dates.ts';
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

/** 「2024年6月各单位进展（附表）」 */
export function annexTitle(period: Period): string {
  return `${periodLabel(period)}各单位进展（附表）`;
}

/** @param scope 「全部」, a leader or a unit; @param printedOn `YYYY-MM-DD` */
export function scopeLine(period: Period, scope: string, printedOn: string): string {
  return `报告期：${periodLabel(period)}　　范围：${scope}　　制表日期：${dateLabel(printedOn)}`;
}

/** Counted works: a task that repeats another one listed is not counted again (domain.md, Counting). */
export interface LedgerCounts {
  tasks: number;
  /** At least one reporting unit has reported. */
  reported: number;
  /** Rows, repeated tasks among them: the same work under a second leader. */
  listed: number;
  /** Of them those that were withdrawn, split or merged: listed and not counted. */
  withdrawn: number;
}

/** What is counted, and in which unit of count. */
export function countLine({ tasks, reported, listed, withdrawn }: LedgerCounts): string {
  const repeated = listed - withdrawn - tasks;
  const parts = [
    ...(repeated === 0 ? [] : [`重复${repeated}项`]),
    ...(withdrawn === 0 ? [] : [`撤销、拆分或合并${withdrawn}项`]),
  ];
  const note = parts.length === 0 ? '' : `（列示${listed}项，其中${parts.join('，')}）`;
  return `共${tasks}项${note}，已报${reported}项，未报${tasks - reported}项　　单位：项`;
}

/** `2024年6月督办台账（林杰）.xlsx` without its ending. @param scope null for all tasks */
export function ledgerFileStem(period: Period, scope: string | null): string {
  return `${periodLabel(period)}督办台账${scope === null ? '' : `（${scope}）`}`;
}
