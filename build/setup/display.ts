import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Stop, say } from '../bootstrap/say.mjs';

/** Large enough for a 1366 × 768 window at 200 %. */
const SCREEN = '2800x1600x24';

/** Whether windows have somewhere to open. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY);
}

/**
 * On Linux without a display starts an Xvfb and sets DISPLAY for this process and its children.
 * @returns ends it; the end of this process does too
 */
export async function openDisplay(): Promise<() => void> {
  if (hasDisplay()) return () => {};
  say('没有显示器，使用 Xvfb 虚拟显示器。');
  const server = spawnServer(['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp']);
  const close = () => {
    delete process.env.DISPLAY;
    server.kill();
  };
  process.once('exit', close);
  process.env.DISPLAY = `:${await readDisplayNumber(server)}`;
  return close;
}

function spawnServer(args: string[]): ChildProcess {
  // Even a killed script leaves no Xvfb behind.
  const guarded = existsSync('/usr/bin/setpriv');
  const file = guarded ? '/usr/bin/setpriv' : 'Xvfb';
  if (guarded) args = ['--pdeathsig', 'TERM', 'Xvfb', ...args];
  // A group of its own: Ctrl+C must end the window first, not the screen under it.
  return spawn(file, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
}

/** Xvfb picks a free number and writes it into the pipe once it answers. */
function readDisplayNumber(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3] as Readable;
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Stop('Xvfb 没有启动成功；请在有桌面的环境运行，或检查 xvfb 是否装好。'));
    server.once('error', fail);
    server.once('exit', fail);
    let written = '';
    pipe.on('data', (data) => {
      written += String(data);
      // Number and line end come apart; Xvfb would die of a pipe closed between them.
      if (!written.endsWith('\n')) return;
      server.off('exit', fail);
      server.unref();
      pipe.destroy();
      resolve(written.trim());
    });
  });
}
