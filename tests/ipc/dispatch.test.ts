import { expect, test } from 'vitest';
import { createListeners, type Listener } from '#electron/ipc/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { contract, type Handlers } from '#shared/contract/index.ts';

const origin = 'app://bundle';
const ourFrame = { senderFrame: { url: 'app://bundle/#/tasks', parent: null } };
const defects: string[] = [];

/** Handlers that answer with what they were given; only two methods matter here. */
const handlers = {
  tasks: {
    list: async (input: unknown) => input,
    edit: async () => {
      throw new AppError('stale', '已被他人修改。', { version: 3 });
    },
    detail: async () => {
      throw new TypeError('undefined is not a function at /secret/path');
    },
  },
} as unknown as Handlers;

const listeners = createListeners({
  handlers: Promise.resolve(handlers),
  trustedOrigin: origin,
  logDefect: (channel) => defects.push(channel),
});

function listener(channel: string): Listener {
  const found = listeners.get(channel);
  if (found === undefined) throw new Error(`no channel ${channel}`);
  return found;
}

test('there is one channel for each method of the contract and no other', () => {
  const expected = Object.entries(contract).flatMap(([area, methods]) =>
    Object.keys(methods).map((name) => `${area}.${name}`),
  );
  expect([...listeners.keys()].sort()).toEqual(expected.sort());
});

test('arguments arrive parsed, with their defaults', async () => {
  const answer = await listener('tasks.list')(ourFrame, { filter: {} });
  expect(answer).toEqual({ ok: true, value: { filter: {}, offset: 0, limit: 500 } });
});

test.each([
  ['an unknown member', { filter: {}, extra: 1 }],
  ['a wrong type', { filter: { documentId: '1' } }],
  ['nothing', undefined],
  ['a prototype in disguise', JSON.parse('{"filter":{},"__proto__":{"limit":1}}')],
])('%s is refused before the handler sees it', async (_what, input) => {
  expect(await listener('tasks.list')(ourFrame, input)).toMatchObject({
    ok: false,
    error: { code: 'bad_input' },
  });
});

test.each([
  ['no frame', { senderFrame: null }],
  ['a child frame', { senderFrame: { url: 'app://bundle/', parent: {} } }],
  ['a web page', { senderFrame: { url: 'https://example.com/', parent: null } }],
  ['another host of our scheme', { senderFrame: { url: 'app://other/', parent: null } }],
  ['a file', { senderFrame: { url: 'file:///app/index.html', parent: null } }],
  ['an empty page', { senderFrame: { url: '', parent: null } }],
])('a call from %s is refused', async (_who, caller) => {
  const answer = await listener('tasks.list')(caller, { filter: {} });
  expect(answer).toMatchObject({ ok: false, error: { code: 'untrusted_sender' } });
});

test('an expected failure arrives whole', async () => {
  const input = { taskId: 1, version: 1, content: '内容', remark: '', reason: '' };
  expect(await listener('tasks.edit')(ourFrame, input)).toEqual({
    ok: false,
    error: { code: 'stale', message: '已被他人修改。', details: { version: 3 } },
  });
});

test('a defect is logged and its text stays inside', async () => {
  const answer = await listener('tasks.detail')(ourFrame, { taskId: 1 });
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(defects).toEqual(['tasks.detail']);
});
