/** Calls the main process: `client.tasks.list({...})` goes out on `tasks.list` and comes back unwrapped. */
import type { Envelope } from '#shared/contract/envelope.ts';
import { unwrapEnvelope } from '#shared/contract/envelope.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Client } from '#shared/contract/index.ts';
import { bridge } from './bridge.ts';

/** Any failure as one that can be shown. The bridge itself fails only when the main process is gone. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', '与主程序的连接中断，操作没有完成。请关闭窗口后重新打开程序。');
}

async function call(channel: string, input: unknown): Promise<unknown> {
  let envelope: Envelope<unknown>;
  try {
    envelope = await bridge().invoke(channel, input);
  } catch (error) {
    throw asAppError(error);
  }
  return unwrapEnvelope(envelope);
}

// The contract's schemas stay in the main process, which checks every call: here it is only a type.
function areaClient(area: string): object {
  return new Proxy({}, { get: (_, name) => (input: unknown) => call(`${area}.${String(name)}`, input) });
}

/** Every method rejects with an AppError whose message is fit to show. */
export const client = new Proxy({}, { get: (_, area) => areaClient(String(area)) }) as Client;
