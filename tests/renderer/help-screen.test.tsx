import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { taskMoves, taskStateLabels, taskStates } from '#shared/domain/supervision/task-state.ts';
import { openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
prepareWindow();
beforeAll(async () => {
  bridge = await openRendererBridge();
});
afterAll(() => bridge.close());

test('帮助里画的就是那一张表：每个状态、每一步都在', async () => {
  openWindow('#/help');
  const states = within(await screen.findByRole('region', { name: '任务的状态' }));
  const words = states.getByRole('heading').parentElement?.textContent ?? '';
  for (const state of taskStates) expect(words).toContain(taskStateLabels[state]);
  for (const { label } of taskMoves) expect(words).toContain(label);
});
