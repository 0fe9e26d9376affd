import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const entry = fileURLToPath(new URL('../../build/run.cjs', import.meta.url));

/** What the script sees of the Node it runs on. */
function runClaiming(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  const program = `${pretend} process.argv.splice(1, 0, 'run'); require(${JSON.stringify(entry)});`;
  return spawnSync(process.execPath, ['-e', program, 'no-such-command'], { encoding: 'utf8' });
}

test('a Node that is too old is told so in one line', () => {
  const { status, stdout, stderr } = runClaiming('16.20.2');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toBe('运行本程序的脚本需要 Node 18 或更新的版本，现在是 16.20.2；请安装新版后重试。\n');
});

test('the oldest Node that will do passes the gate', () => {
  const { status, stderr } = runClaiming('18.0.0');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^没有 no-such-command 这个命令；可用的有：.*\n$/);
});
