import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const WINDOW_TEST_MS = 120_000;

export default defineConfig({
  test: {
    // Vitest would leave one processor idle, which on two is half the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/renderer/**', 'tests/e2e/**'],
          isolate: true,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          isolate: true,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/helpers/e2e-setup.ts',
          setupFiles: 'tests/helpers/e2e-display.ts',
          isolate: true,
          testTimeout: WINDOW_TEST_MS,
          hookTimeout: WINDOW_TEST_MS,
          // One window at a time, on a machine that does nothing else meanwhile.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
