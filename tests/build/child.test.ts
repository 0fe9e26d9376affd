import { expect, test } from 'vitest';
import { run } from '../../build/bootstrap/child.mjs';

test('the exit code of a program is the exit code of its script', async () => {
  expect(await run(process.execPath, ['-e', 'process.exit(0)'])).toBe(0);
  expect(await run(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
});

test('a program that a signal ended counts as failed', async () => {
  expect(await run(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'])).not.toBe(0);
});

test('a program that does not exist is an error', async () => {
  await expect(run('no-such-program-here', [])).rejects.toThrow('ENOENT');
});
