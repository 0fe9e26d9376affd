/** Running one command: the only place that prints and that turns failures into a line and an exit code. */
import { AppError } from '#shared/contract/errors.ts';
import { sqliteCode } from '../db/sqlite/sqlite-error.ts';
import { defaultDataDirectory, type RuntimePaths } from '../paths.ts';
import { accountName } from '../services/operator.ts';
import { type Arguments, readArguments } from './arguments.ts';
import type { Answer, Command } from './command.ts';
import { findCommand, helpText, unknownCommandText } from './commands/index.ts';
import { programVersion } from './version.ts';

/** What surrounds the command line; the process itself unless a test says otherwise. */
export interface Surroundings {
  write: (text: string) => void;
  complain: (line: string) => void;
  environment: NodeJS.ProcessEnv;
  folder: string;
}

const processSurroundings: Surroundings = {
  write: (text) => process.stdout.write(text),
  complain: (line) => process.stderr.write(`${line}\n`),
  environment: process.env,
  folder: process.cwd(),
};

/** npm moves to the project's folder before it runs the script and leaves the caller's in INIT_CWD. */
function callerFolder({ environment, folder }: Surroundings): string {
  const isScript = environment.npm_lifecycle_event === 'duban';
  return (isScript && environment.INIT_CWD) || folder;
}

async function execute(command: Command, args: Arguments, paths: RuntimePaths): Promise<Answer> {
  const run = command.prepare(args);
  const directory = args.text('data') === undefined ? defaultDataDirectory() : args.requiredPath('data');
  // Loaded here, so that the help and a mistyped command answer without waiting for all the services.
  const { openApplication } = await import('../open-application.ts');
  const application = await openApplication(paths, directory, {
    operator: accountName(),
    origin: 'command_line',
    now: () => new Date(),
  });
  try {
    return await run(application);
  } finally {
    await application.close();
  }
}

/** One line, whatever was thrown; a defect's stack is of no use to an office. */
function explain(error: unknown): string {
  if (error instanceof AppError) return error.message.replace(/\s*\n\s*/g, ' ');
  const code = sqliteCode(error) ?? '';
  if (code.startsWith('SQLITE_BUSY')) {
    return '数据库正被另一个窗口或命令写入，这次没有做完，数据没有改动。请稍后再试。';
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `程序内部出错，操作没有完成（${reason.replace(/\s+/g, ' ')}）。请重试；若再次出现，请把这一行交给维护人员。`;
}

function print(answer: Answer, asJson: boolean, { write, complain }: Surroundings): number {
  write(`${asJson ? JSON.stringify(answer.value, null, 2) : answer.text}\n`);
  if (answer.complaint === undefined) return 0;
  complain(answer.complaint);
  return 1;
}

async function runNamed(
  name: string,
  words: readonly string[],
  paths: RuntimePaths,
  surroundings: Surroundings,
): Promise<number> {
  const command = findCommand(name);
  if (command === null) throw new AppError('bad_input', unknownCommandText(name));
  const args = readArguments(command, words, callerFolder(surroundings));
  if (args.flag('help')) {
    surroundings.write(`${helpText(command)}\n`);
    return 0;
  }
  return print(await execute(command, args, paths), args.flag('json'), surroundings);
}

/**
 * `duban <command> …`, for electron/cli.ts and for the packaged program.
 * @param argv the words behind the program's name
 * @returns the exit code: 0, or 1 after one Chinese line on stderr
 */
export async function runCommandLine(
  argv: readonly string[],
  paths: RuntimePaths,
  surroundings: Surroundings = processSurroundings,
): Promise<number> {
  const [name = 'help', ...words] = argv;
  try {
    if (name === '--version' || name === '-v') surroundings.write(`${programVersion}\n`);
    else if (name === 'help' || name === '--help' || name === '-h') surroundings.write(`${helpText()}\n`);
    else return await runNamed(name, words, paths, surroundings);
    return 0;
  } catch (error) {
    surroundings.complain(explain(error));
    return 1;
  }
}
