import type { ActionView, WorklistLine } from '#shared/contract/actions.ts';
import { actionStateLabels } from '#shared/domain/supervision/action-state.ts';
import type { Application } from '../../open-application.ts';
import type { Answer, Command } from '../command.ts';
import { textTable } from '../text-table.ts';

function listedAction(action: ActionView) {
  const { id, kind, colour, number, unit, tasks, title, reason, actedOn, answerDue, state, isLate } = action;
  const { answer, answeredOn, closedOn, oldDue, newDue, decidedOn, decidedBy } = action;
  return {
    ...{ id, kind, colour, number, unit, tasks: tasks.map(({ code }) => code), title, reason },
    ...{ actedOn, answerDue, state, isLate, answer, answeredOn, closedOn },
    ...{ oldDue, newDue, decidedOn, decidedBy },
  };
}

function actionRow({ words, unit, tasks, actedOn, answerDue, state, isLate, title }: ActionView): string[] {
  const shown = `${actionStateLabels[state]}${isLate ? '（超期）' : ''}`;
  const codes = tasks.map(({ code }) => code).join('、');
  return [words, unit ?? '', codes, actedOn, answerDue ?? '', shown, title];
}

async function answerList(application: Application, openOnly: boolean): Promise<Answer> {
  const found = await application.actions.list(openOnly ? { openOnly } : {});
  const table = textTable(['督办', '单位', '任务', '日期', '答复期限', '状态', '标题'], found.map(actionRow));
  return { value: found.map(listedAction), text: `${table}\n共 ${found.length} 件` };
}

function worklistRow({ code, unit, reasons, since, lastAction, advice }: WorklistLine): string[] {
  const last = lastAction === null ? '' : `${lastAction.on} ${lastAction.words}`;
  return [code, unit, reasons.map(({ words }) => words).join('；'), since, last, advice.words];
}

async function answerWorklist(application: Application, day: string | undefined): Promise<Answer> {
  const { date, lines } = await application.actions.worklist(day === undefined ? {} : { date: day });
  const value = lines.map(({ taskId: _, unitId: __, ...line }) => line);
  const table = textTable(['编号', '单位', '事由', '自', '上次督办', '建议'], lines.map(worklistRow));
  return { value, text: `${table}\n${date}待办共 ${lines.length} 项` };
}

export const actions: Command = {
  name: 'actions',
  summary: '列出督办动作（--open 只列未了结的）；--worklist 列出今天或 --date 那天要催什么',
  usage: '[--open | --worklist [--date 2024-06-30]]',
  options: { open: { type: 'boolean' }, worklist: { type: 'boolean' }, date: { type: 'string' } },
  allowsFiles: false,
  prepare: (args) => {
    const openOnly = args.flag('open');
    const isWorklist = args.flag('worklist');
    const day = args.optionalDay('date');
    if (openOnly && isWorklist) throw args.misuse('--open 和 --worklist 只能选一个。');
    if (day !== undefined && !isWorklist) throw args.misuse('--date 只和 --worklist 一起用。');
    return (application) =>
      isWorklist ? answerWorklist(application, day) : answerList(application, openOnly);
  },
};
