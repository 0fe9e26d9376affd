/** 填报表 as data: everything the writer of a fill-in workbook needs, plain enough to cross to a worker. */

import { type FormCover, formCover } from './form-cover.ts';
import { type FormMeta, formLayoutVersion } from './form-layout.ts';
import { formBase } from './form-meta.ts';
import { targetsText } from './ledger-target.ts';
import { type Period, parsePeriod, periodLabel } from './period.ts';
import type { ProgressValues } from './progress.ts';
import { type KnownTarget, type TargetReading, targetCellText } from './return/target-cell.ts';
import { dateLabel } from './supervision/dates.ts';
import { type Role, roleLabels, type TaskKind, taskKindLabels } from './task.ts';

export interface FormRow {
  code: string;
  rowId: string;
  content: string;
  leader: string;
  role: string;
  target: string;
  /** 上期进展 with its period and percent. */
  previous: string;
  /** 指标完成值: the names of several targets stand in it, for the unit to write behind them. */
  targets: string;
  /** Without one its cell is locked. */
  hasTargets: boolean;
  /** What has been accepted for this period already; a re-issued form goes on from it. */
  values: ProgressValues;
}

export interface FormDocument {
  meta: FormMeta;
  title: string;
  /** 「填报单位：… 报告期：… 报送截止：…」 */
  headLine: string;
  rows: FormRow[];
  cover: FormCover;
}

export interface FormTaskFacts {
  code: string;
  kind: TaskKind;
  content: string;
  leader: string | null;
  role: Role;
  targets: readonly KnownTarget[];
  previous: { period: string; narrative: string; percent: number | null } | null;
  revision: number;
  values: ProgressValues;
  targetValues: readonly TargetReading[];
}

export interface FormFacts {
  formId: string;
  unit: string;
  period: Period;
  /** `YYYY-MM-DD` */
  deadline: string;
  document: { number: string; title: string; year: number };
  /** ISO time. */
  issuedAt: string;
  tasks: readonly FormTaskFacts[];
}

function previousText(previous: FormTaskFacts['previous']): string {
  if (previous === null) return '';
  const period = parsePeriod(previous.period);
  const label = period === null ? previous.period : periodLabel(period);
  const percent = previous.percent === null ? '' : `，${previous.percent}%`;
  return `（${label}${percent}）${previous.narrative}`;
}

function formRow(task: FormTaskFacts, facts: FormFacts): FormRow {
  const { code, content, role, targets, values } = task;
  return {
    code,
    rowId: `${facts.formId}:${code}`,
    content,
    leader: task.leader ?? '',
    role: roleLabels[role],
    target: targetsText(targets, facts.document.year),
    previous: previousText(task.previous),
    targets: targetCellText(targets, task.targetValues),
    hasTargets: targets.length > 0,
    values,
  };
}

function formTitle({ tasks, period }: FormFacts): string {
  const kinds = (['key', 'livelihood'] as const).filter((kind) => tasks.some((task) => task.kind === kind));
  return `${periodLabel(period)}${kinds.map((kind) => taskKindLabels[kind]).join('和')}进展填报表`;
}

/** @param facts of one unit and one document; tasks in printed order */
export function formDocument(facts: FormFacts): FormDocument {
  const { unit, period, deadline, document, formId, issuedAt } = facts;
  const rows = facts.tasks.map((task) => formRow(task, facts));
  return {
    title: formTitle(facts),
    headLine: `填报单位：${unit}　　报告期：${periodLabel(period)}　　报送截止：${dateLabel(deadline)}`,
    rows,
    cover: formCover(facts),
    meta: {
      layoutVersion: formLayoutVersion,
      documentNumber: document.number,
      unit,
      period,
      formId,
      issuedAt,
      rows: facts.tasks.map((task, index) => ({
        code: task.code,
        rowId: rows[index]?.rowId ?? '',
        revision: task.revision,
        base: formBase(task.values),
        targetBase: Object.fromEntries(task.targetValues.map(({ targetId, value }) => [targetId, value])),
      })),
    },
  };
}
