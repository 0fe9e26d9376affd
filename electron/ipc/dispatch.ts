import { type Envelope, failureEnvelope } from '#shared/contract/envelope.ts';
import { AppError } from '#shared/contract/errors.ts';
import { contract, type Handlers } from '#shared/contract/index.ts';
import { type Area, channelName } from '#shared/contract/method.ts';
import { parseInput } from './parse-input.ts';
import { assertTrustedSender, type Caller } from './trusted-sender.ts';

export interface DispatchOptions {
  /** Available once the database is open; calls made before wait for it. */
  handlers: Promise<Handlers>;
  trustedOrigin: string;
  /** Receives defects: failures nobody foresaw. */
  logDefect: (channel: string, error: unknown) => void;
}

export type Listener = (caller: Caller, input: unknown) => Promise<Envelope<unknown>>;

type AnyHandler = (input: unknown) => Promise<unknown>;

/** One listener for each method of the contract, by channel: checks who calls and what, then calls the handler. */
export function createListeners(options: DispatchOptions): Map<string, Listener> {
  const listeners = new Map<string, Listener>();
  for (const [areaName, area] of Object.entries<Area>(contract)) {
    for (const [name, method] of Object.entries(area)) {
      const channel = channelName(areaName, name);
      listeners.set(channel, async (caller, input) => {
        try {
          assertTrustedSender(caller, options.trustedOrigin);
          const parsed = parseInput(method.input, input);
          const handler = findHandler(await options.handlers, areaName, name);
          return { ok: true, value: await handler(parsed) };
        } catch (error) {
          if (!(error instanceof AppError)) options.logDefect(channel, error);
          return failureEnvelope(error);
        }
      });
    }
  }
  return listeners;
}

/** The contract's types guarantee that the handler exists; only its exact type is lost in the loop. */
function findHandler(handlers: Handlers, areaName: string, name: string): AnyHandler {
  const area = handlers[areaName as keyof Handlers] as unknown as Record<string, AnyHandler>;
  const handler = area[name];
  if (handler === undefined) throw new Error(`no handler for ${areaName}.${name}`);
  return handler;
}
