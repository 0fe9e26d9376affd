import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommandLine } from '#electron/cli.ts';
import { runtimePaths } from '#electron/paths.ts';
import { seedsDirectory, temporaryDirectory } from '../helpers/database.ts';

const entryUrl = new URL('../../electron/cli.ts', import.meta.url).href;

/** The command line in this process, on a seeds folder of its own. */
async function run(words: string[], seeds: string) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const exitCode = await runCommandLine(
    words,
    { ...runtimePaths(entryUrl), seedsDirectory: seeds },
    {
      write: (text) => void printed.push(text),
      complain: (line) => void complaints.push(line),
      environment: {},
      folder: '/',
    },
  );
  return { exitCode, stdout: printed.join(''), complaints };
}

test('a broken seed file is told with its line and seeds nothing; mended, it seeds everything', async () => {
  const folder = temporaryDirectory();
  const seeds = join(folder, 'seeds');
  cpSync(seedsDirectory, seeds, { recursive: true });
  const file = join(seeds, 'targets.json');
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.replace('">="', '"at least"'));
  const brokenLine = whole.slice(0, whole.indexOf('">="')).split('\n').length;
  const seed = ['seed', '--data', join(folder, 'data'), '--json'];

  const broken = await run(seed, seeds);
  expect([broken.exitCode, broken.stdout, broken.complaints.length]).toEqual([1, '', 1]);
  expect(broken.complaints[0]).toContain('targets.json');
  expect(broken.complaints[0]).toMatch(new RegExp(`第 ?${brokenLine} ?行`));

  writeFileSync(file, whole);
  const mended = await run(seed, seeds);
  expect(mended.complaints).toEqual([]);
  expect(JSON.parse(mended.stdout)).toMatchObject({ tasks: 197, keyTasks: 165, livelihoodTasks: 32 });
});
