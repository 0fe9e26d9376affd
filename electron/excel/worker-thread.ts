/** One worker thread that is started when needed and replaced when it is stopped or dies. */
import { Worker } from 'node:worker_threads';
import { unpackFailure } from './worker-failure.ts';
import type { AnswerMessage, AnswerOf, CallMessage, CallName, RequestOf } from './worker-protocol.ts';

/** The thread ended during a call without having been stopped. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';

  get outOfMemory(): boolean {
    const { cause } = this;
    return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  }
}

export interface WorkerThread {
  /**
   * One call at a time. Rejects with the handler's own error, with {@link WorkerDied}, or with what `stop` was given.
   */
  call: <Name extends CallName>(name: Name, request: RequestOf<Name>) => Promise<AnswerOf<Name>>;
  /** Resolves once the thread listens; a call does this by itself. */
  start: () => Promise<void>;
  /** Ends the thread at once, whatever it is doing; the running call rejects with `reason`. */
  stop: (reason: Error) => Promise<void>;
}

interface Waiting {
  resolve: (answer: AnswerOf<CallName> | null) => void;
  reject: (error: Error) => void;
}

export function createWorkerThread(file: string | URL, memoryMebibytes: number): WorkerThread {
  let worker: Worker | null = null;
  let ready: Promise<void> | null = null;
  let waiting: Waiting | null = null;

  function settle(finish: (call: Waiting) => void): void {
    const call = waiting;
    waiting = null;
    if (call !== null) finish(call);
  }

  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return;
    worker = null;
    ready = null;
    settle((call) => call.reject(error));
  }

  function receive(message: AnswerMessage): void {
    if (message.kind === 'answer') settle((call) => call.resolve(message.answer));
    if (message.kind === 'failure') settle((call) => call.reject(unpackFailure(message.failure)));
  }

  function spawn(): Worker {
    const spawned = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMebibytes } });
    spawned.on('message', receive);
    spawned.on('error', (error) => lose(spawned, new WorkerDied(String(error), { cause: error })));
    spawned.on('exit', (code) => lose(spawned, new WorkerDied(`the worker ended with code ${code}`)));
    return spawned;
  }

  function listen(spawned: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      spawned.once('message', () => resolve());
      spawned.once('error', reject);
      spawned.once('exit', () => reject(new WorkerDied('the worker ended before it listened')));
    });
  }

  function start(): Promise<void> {
    if (worker === null) {
      worker = spawn();
      ready = listen(worker);
      // An idle worker does not keep the command line from ending.
      ready.then(
        () => worker?.unref(),
        () => {},
      );
    }
    return ready ?? Promise.resolve();
  }

  return {
    start,
    async call<Name extends CallName>(name: Name, request: RequestOf<Name>) {
      await start();
      const running = worker;
      if (running === null) throw new WorkerDied('the worker was stopped before it was called');
      running.ref();
      const answered = new Promise((resolve: Waiting['resolve'], reject) => {
        waiting = { resolve, reject };
      });
      const message: CallMessage<Name> = { name, request };
      running.postMessage(message);
      try {
        return (await answered) as AnswerOf<Name>;
      } finally {
        running.unref();
      }
    },
    async stop(reason) {
      const stopped = worker;
      if (stopped === null) return;
      lose(stopped, reason);
      await stopped.terminate();
    },
  };
}
