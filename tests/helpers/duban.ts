/** The real command line in a process of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));

export interface CommandResult {
  exitCode: number | null;
  stdout: string;
  /** Lines without the last line break. */
  complaints: string[];
  /** Standard output as JSON; throws when it is none. */
  json: <Value>() => Value;
}

export interface CommandSurroundings {
  folder?: string;
  environment?: NodeJS.ProcessEnv;
}

/** npm's own variables of the test run would look like a call through npm. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/.test(name));
  return Object.fromEntries(entries);
}

/** Runs `duban` with these words and waits for its end. */
export function duban(words: string[], surroundings: CommandSurroundings = {}): Promise<CommandResult> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [entry, ...words], {
      cwd: surroundings.folder,
      env: { ...cleanEnvironment(), ...surroundings.environment },
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.on('error', fail);
    child.on('close', (exitCode) => {
      const complaints = output.stderr.split('\n').filter((line) => line !== '');
      settle({
        exitCode,
        stdout: output.stdout,
        complaints,
        json: <Value>() => JSON.parse(output.stdout) as Value,
      });
    });
  });
}
