/** 填报说明: the cover of a form, which says what is asked of whom, until when, and how it is filled in. */
import type { FormFacts } from './form-document.ts';
import { formColumns, formInputColumns } from './form-layout.ts';
import { issuerOf } from './issuing-office.ts';
import { periodLabel } from './period.ts';
import { dateLabel } from './supervision/dates.ts';
import { roleLabels, roles } from './task.ts';

/** Two columns: what is spoken of, and what is said of it. */
export interface CoverLine {
  label: string;
  /** Empty: room to write by hand. */
  text: string;
}

export interface FormCover {
  facts: CoverLine[];
  /** What each column with a yellow heading expects. */
  columns: CoverLine[];
  /** A paragraph each. */
  instructions: string[];
}

const expectations: Record<(typeof formInputColumns)[number], string> = {
  narrative: '写本期做了什么、完成到什么程度，尽量写数字。分行写的，单元格内换行用 Alt+Enter。',
  percent: '填 0 到 100 的数字，例如 60 或 62.5，不写百分号；已完成填 100，未启动填 0。',
  targets:
    '写指标完成到多少，带上计量单位，例如 35家、1.2亿元；有几项指标的，在各自名称后面填。灰色的格没有指标，不用填。',
  status: '从下拉框选择：未启动、推进中、受阻、已完成。',
  problems: '写影响进度的困难和需要协调的事项；没有的不用填。',
  next: '写下一步做什么、什么时候完成。',
  reporter: '写填表人姓名，便于核对。',
  phone: '写填表人的手机或办公电话。',
};

/** 「25 项（牵头 12 项、责任 13 项）」 */
function taskCountText(tasks: FormFacts['tasks']): string {
  const counts = roles.map((role) => ({ role, count: tasks.filter((task) => task.role === role).length }));
  const parts = counts.filter(({ count }) => count > 0);
  const words = parts.map(({ role, count }) => `${roleLabels[role]} ${count} 项`).join('、');
  return `${tasks.length} 项（${words}）`;
}

function coverFacts({ unit, period, deadline, document, tasks }: FormFacts): CoverLine[] {
  return [
    { label: '填报单位', text: unit },
    { label: '报告期', text: periodLabel(period) },
    { label: '文件', text: document.number },
    { label: '任务', text: taskCountText(tasks) },
    { label: '报送截止', text: dateLabel(deadline) },
    { label: '本单位联系人、电话', text: '' },
  ];
}

function instructions({ document, deadline }: FormFacts): string[] {
  const office = issuerOf(document.title) ?? '下发本表的督查科室';
  return [
    `一、报送：请于${dateLabel(deadline)}前将本表的电子表格原件报${office}，不要转成图片或 PDF。可以用 Excel、WPS 或 LibreOffice 填写，保存为 .xlsx、.xls 或 .et 均可。`,
    '二、填在“填报表”中：只填黄色表头的八列。每项任务都要填；表中已有的内容是已经报过的，需要更正的直接改。',
    '三、不要改动：灰色的列、行的顺序、工作表名称和隐藏的列是程序核对用的，请不要修改、删除或增加。内容较多时可以拖动行高。',
    '四、联系人：整张表由一人负责的，可在上面“本单位联系人、电话”一格写明；填报人和联系电话仍请逐行填写。',
    `五、填报中如有疑问，请与${office}联系。`,
  ];
}

export function formCover(facts: FormFacts): FormCover {
  const inputs = formColumns.filter(({ key }) => formInputColumns.some((input) => input === key));
  return {
    facts: coverFacts(facts),
    columns: inputs.map(({ key, heading }) => ({
      label: heading,
      text: expectations[key as keyof typeof expectations],
    })),
    instructions: instructions(facts),
  };
}
