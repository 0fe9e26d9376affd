import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { client } from '#renderer/api/client.ts';
import { useJob } from '#renderer/api/job.ts';
import { createQueryClient } from '#renderer/api/query-client.ts';
import { useTaskList } from '#renderer/api/tasks.ts';
import type { JobProgress } from '#shared/contract/application.ts';
import type { Bridge } from '#shared/contract/bridge.ts';
import { maxPageSize, type TaskPageQuery } from '#shared/contract/tasks.ts';

function installBridge(bridge: Partial<Bridge>): void {
  Object.defineProperty(window, 'duban', { value: bridge, configurable: true });
}
afterEach(() => Reflect.deleteProperty(window, 'duban'));

function Wrapper({ children }: { children: ReactNode }) {
  const [cache] = useState(createQueryClient);
  return <QueryClientProvider client={cache}>{children}</QueryClientProvider>;
}

test('a failure arrives with its code and message', async () => {
  const error = { code: 'stale', message: '任务已改过。', details: { version: 3 } } as const;
  installBridge({ invoke: async () => ({ ok: false, error }) });
  await expect(client.tasks.detail({ taskId: 1 })).rejects.toMatchObject({ ...error, name: 'AppError' });
});

test('without a main process the message says what to do', async () => {
  await expect(client.units.list({})).rejects.toThrow('重新打开「督办台账」');
  installBridge({ invoke: () => Promise.reject(new Error('channel closed')) });
  await expect(client.units.list({})).rejects.toThrow('连接中断');
});

test('the task list shows its first page at once and fetches the rest within the allowed page size', async () => {
  const total = 12_000;
  const asked: number[] = [];
  installBridge({
    invoke: async (_channel, input) => {
      const { offset = 0, limit = 0 } = input as TaskPageQuery;
      asked.push(limit);
      const count = Math.min(limit, total - offset);
      const rows = Array.from({ length: count }, (_, index) => ({ id: offset + index }));
      return { ok: true, value: { rows, total, totals: { key: total, livelihood: 0 } } };
    },
  });
  const { result } = renderHook(() => useTaskList({}), { wrapper: Wrapper });
  await waitFor(() => expect(result.current.rows?.length).toBeGreaterThan(0));
  await waitFor(() => expect(result.current.rows).toHaveLength(total));
  expect(asked[0]).toBeLessThanOrEqual(500);
  expect(Math.max(...asked)).toBeLessThanOrEqual(maxPageSize);
  expect(new Set(result.current.rows?.map((row) => row.id)).size).toBe(total);
});

test('a job follows its own progress only, and asks for its own end', async () => {
  const listeners = new Set<(progress: JobProgress) => void>();
  const cancelled: unknown[] = [];
  installBridge({
    invoke: async (_channel, input) => {
      cancelled.push(input);
      return { ok: true, value: true };
    },
    onJobProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  let finish: (value: string) => void = () => {};
  let jobId = '';
  const start = (input: { jobId: string }) => {
    jobId = input.jobId;
    return new Promise<string>((resolve) => {
      finish = resolve;
    });
  };
  const { result } = renderHook(() => useJob<object, string>(start), { wrapper: Wrapper });
  act(() => result.current.run({}));
  await waitFor(() => expect(listeners.size).toBe(1));
  const report = (id: string, done: number) =>
    act(() => {
      for (const listener of listeners) listener({ jobId: id, done, total: 9, label: '区发改局' });
    });
  report('another', 5);
  expect(result.current.progress).toBeNull();
  report(jobId, 2);
  expect(result.current.progress).toMatchObject({ done: 2, total: 9 });
  act(() => result.current.cancel());
  await waitFor(() => expect(cancelled).toEqual([{ jobId }]));
  expect(result.current.cancelling).toBe(true);
  act(() => finish('完成'));
  await waitFor(() => expect(result.current.result).toBe('完成'));
  expect(listeners.size).toBe(0);
});
