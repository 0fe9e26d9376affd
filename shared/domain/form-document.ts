/** 填报表 as data: everything the writer of a fill-in workbook needs, plain enough to cross to a worker. */

import { type FormMeta, formLayoutVersion } from './form-layout.ts';
import { formBase } from './form-meta.ts';
import { targetsText } from './ledger-target.ts';
import { type Period, parsePeriod, periodLabel } from './period.ts';
import type { ProgressValues } from './progress.ts';
import type { Target } from './target.ts';
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
  /** What has been accepted for this period already; a re-issued form goes on from it. */
  values: ProgressValues;
}

export interface FormDocument {
  meta: FormMeta;
  title: string;
  /** 「填报单位：… 报告期：… 报送截止：…」 */
  headLine: string;
  rows: FormRow[];
  /** 填报说明, a paragraph each. */
  instructions: string[];
}

export interface FormTaskFacts {
  code: string;
  kind: TaskKind;
  content: string;
  leader: string | null;
  role: Role;
  targets: readonly Target[];
  previous: { period: string; narrative: string; percent: number | null } | null;
  revision: number;
  values: ProgressValues;
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

/** `2024年6月28日`. @param date `YYYY-MM-DD` */
export function dateLabel(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
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
    values,
  };
}

function formTitle({ tasks, period }: FormFacts): string {
  const kinds = (['key', 'livelihood'] as const).filter((kind) => tasks.some((task) => task.kind === kind));
  return `${periodLabel(period)}${kinds.map((kind) => taskKindLabels[kind]).join('和')}进展填报表`;
}

/** 「温州市鹿城区人民政府办公室」 of 「温州市鹿城区人民政府办公室关于印发…」 */
function issuingOffice(documentTitle: string): string {
  return /^(.{2,30}?)关于/u.exec(documentTitle.replace(/\s+/gu, ''))?.[1] ?? '下发本表的督查科室';
}

function instructions(facts: FormFacts): string[] {
  const { unit, period, deadline, document, tasks } = facts;
  const office = issuingOffice(document.title);
  return [
    `一、填报内容：${unit}承担的${document.number}文件任务共${tasks.length}项，报告期为${periodLabel(period)}。`,
    `二、报送时间：请于${dateLabel(deadline)}前将本表（电子表格原件，不要转成图片或 PDF）报${office}。`,
    '三、怎么填：只填“填报表”中黄色表头的七列。“本期进展”写本期做了什么、完成到什么程度；“完成比例(%)”填0到100的数字，例如 60，不写百分号；“状态”从下拉框选择；没有问题的，“存在问题”可以不填；填报人和联系电话请写全，便于核对。',
    '四、不要改动：灰色的列、行的顺序、工作表名称和隐藏的列是程序核对用的，请不要修改、删除或增加。内容较多时可以拖动行高，单元格内换行用 Alt+Enter。',
    '五、可以用 Excel、WPS 或 LibreOffice 填写，保存为 .xlsx 或 .xls 均可。表中已有的内容是已经报过的，需要更正的直接改。',
    `六、填报中如有疑问，请与${office}联系。`,
  ];
}

/** @param facts of one unit and one document; tasks in printed order */
export function formDocument(facts: FormFacts): FormDocument {
  const { unit, period, deadline, document, formId, issuedAt } = facts;
  const rows = facts.tasks.map((task) => formRow(task, facts));
  return {
    title: formTitle(facts),
    headLine: `填报单位：${unit}　　报告期：${periodLabel(period)}　　报送截止：${dateLabel(deadline)}`,
    rows,
    instructions: instructions(facts),
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
      })),
    },
  };
}
