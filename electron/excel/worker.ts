/** The worker thread's entry: the only place of the running program that loads spreadsheet libraries. */
import { parentPort } from 'node:worker_threads';
import { packFailure } from './worker-failure.ts';
import { workerHandlers } from './worker-handlers.ts';
import type { AnswerMessage, AnswerOf, CallMessage, CallName } from './worker-protocol.ts';

function requirePort() {
  if (parentPort === null) throw new Error('worker.ts runs in a worker thread only');
  return parentPort;
}

// Bundled spreadsheet libraries use old Node calls; their warnings would stand between the command line's own words.
process.noDeprecation = true;
const port = requirePort();
const handlers = workerHandlers();

function send(message: AnswerMessage): void {
  port.postMessage(message);
}

function handle<Name extends CallName>({ name, request }: CallMessage<Name>): Promise<AnswerOf<Name>> {
  const handler = handlers[name];
  return Promise.resolve(request).then(handler);
}

port.on('message', (message: CallMessage) => {
  handle(message).then(
    (answer) => send({ kind: 'answer', answer }),
    (error: unknown) => send({ kind: 'failure', failure: packFailure(error) }),
  );
});
send({ kind: 'ready' });
