/** The commands of `duban`, in the order in which the help lists them. */
import type { Command } from '../command.ts';
import { actions } from './actions.ts';
import { check } from './check.ts';
import { forms } from './forms.ts';
import { importReturns } from './import.ts';
import { ledger } from './ledger.ts';
import { lights } from './lights.ts';
import { log } from './log.ts';
import { progress } from './progress.ts';
import { publish } from './publish.ts';
import { redo } from './redo.ts';
import { returns } from './returns.ts';
import { rules } from './rules.ts';
import { score } from './score.ts';
import { seed } from './seed.ts';
import { tasks } from './tasks.ts';
import { undo } from './undo.ts';

const commands: readonly Command[] = [
  seed,
  check,
  tasks,
  progress,
  ledger,
  lights,
  rules,
  forms,
  importReturns,
  undo,
  returns,
  redo,
  actions,
  score,
  publish,
  log,
];

/** Null when there is none of that name. */
export function findCommand(name: string): Command | null {
  return commands.find((command) => command.name === name) ?? null;
}

function usageOf({ name, usage }: Command): string {
  return `duban ${name} ${usage}`.trimEnd();
}

const commonText = `每个命令都可加：
  --data 文件夹    数据所在的文件夹（默认是本程序的数据文件夹）
  --json           输出 JSON
单位和领导可写名称、别名或编号；报告期写作 2024-06（月）或 2024-Q2（季度）。
出错时在标准错误输出一行说明，退出码为 1。`;

/** @param command absent: all of them */
export function helpText(command?: Command): string {
  const described = command === undefined ? commands : [command];
  const lines = described.map((entry) => `  ${usageOf(entry)}\n      ${entry.summary}`);
  return ['用法：', ...lines, '', commonText].join('\n');
}

export function unknownCommandText(name: string): string {
  const names = commands.map((command) => command.name).join('、');
  return `没有“${name}”这个命令。可用的命令：${names}；用法见 duban help。`;
}
