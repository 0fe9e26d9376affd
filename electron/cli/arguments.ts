/** The words behind a command's name. */
import { isAbsolute, resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError } from '#shared/contract/errors.ts';
import { type Period, parsePeriod } from '#shared/domain/period.ts';
import { isDate } from '#shared/domain/supervision/dates.ts';
import type { Command } from './command.ts';

/** Options of every command. */
const commonOptions = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export interface Arguments {
  /** As typed; undefined where absent. */
  text: (name: string) => string | undefined;
  requiredText: (name: string) => string;
  /** A path, relative to the caller's folder. */
  requiredPath: (name: string) => string;
  requiredPeriod: () => Period;
  optionalPeriod: () => Period | undefined;
  /** `YYYY-MM-DD`, a day of the calendar. */
  optionalDay: (name: string) => string | undefined;
  flag: (name: string) => boolean;
  /** Absolute. */
  files: string[];
  /** A failure that says how the command is used. */
  misuse: (problem: string) => AppError;
}

function usageError(command: Command, problem: string): AppError {
  return new AppError(
    'bad_input',
    `${problem}用法：duban ${[command.name, command.usage].join(' ').trim()} [--data 文件夹] [--json]`,
  );
}

/** Node explains in English; the option's name is the part that helps. */
function explainParseFailure(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const quoted = /'(-[^' =]*)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `不认识选项 ${quoted}。`;
  if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
    return `不认识参数“${/'([^']*)'/.exec(error.message)?.[1] ?? ''}”。`;
  }
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return null;
  const takesNone = error.message.includes('does not take an argument');
  return takesNone ? `选项 ${quoted} 后面不能有值。` : `选项 ${quoted} 后面缺少值。`;
}

function parse(command: Command, words: readonly string[]) {
  const config: ParseArgsConfig = {
    args: [...words],
    options: { ...command.options, ...commonOptions },
    allowPositionals: command.allowsFiles,
    strict: true,
  };
  try {
    return parseArgs(config);
  } catch (error) {
    const problem = explainParseFailure(error);
    throw problem === null ? error : usageError(command, problem);
  }
}

/**
 * @param folder the caller's, absolute: relative paths start there
 * @throws AppError `bad_input` with the command's usage
 */
export function readArguments(command: Command, words: readonly string[], folder: string): Arguments {
  const { values, positionals } = parse(command, words);
  const misuse = (problem: string): AppError => usageError(command, problem);
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(folder, path));
  const text = (name: string): string | undefined => {
    const value = values[name];
    if (value === '') throw misuse(`选项 --${name} 后面缺少值。`);
    return typeof value === 'string' ? value : undefined;
  };
  const requiredText = (name: string): string => {
    const value = text(name);
    if (value === undefined) throw misuse(`缺少选项 --${name}。`);
    return value;
  };
  const toPeriod = (value: string): Period => {
    const period = parsePeriod(value);
    if (period === null) throw misuse(`报告期“${value}”看不懂，应写作 2024-06 或 2024-Q2。`);
    return period;
  };
  return {
    text,
    requiredText,
    requiredPath: (name) => absolute(requiredText(name)),
    requiredPeriod: () => toPeriod(requiredText('period')),
    optionalPeriod: () => {
      const value = text('period');
      return value === undefined ? undefined : toPeriod(value);
    },
    optionalDay: (name) => {
      const value = text(name);
      if (value === undefined || isDate(value)) return value;
      throw misuse(`--${name} 应写作 2024-06-28，不是“${value}”。`);
    },
    flag: (name) => values[name] === true,
    files: positionals.map(absolute),
    misuse,
  };
}
