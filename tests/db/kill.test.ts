import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openTestDatabase, temporaryDirectory } from '../helpers/database.ts';

const writer = fileURLToPath(new URL('../helpers/killed-writer.ts', import.meta.url));

test('a program killed in the middle of a transaction leaves what was committed before and nothing else', async () => {
  const directory = temporaryDirectory();
  const child = spawn(process.execPath, [writer, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const open = await openTestDatabase(directory);
  expect(await open.database.selectFrom('leader').select('name').execute()).toEqual([{ name: '已提交' }]);
  expect(open.inspect().damages).toEqual([]);
  expect(statSync(open.file).size).toBeGreaterThan(0);
});
