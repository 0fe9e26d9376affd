import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The oldest runtime that must run the program: the stand-in Electron 33 of development machines.
const NODE = 'node20.18';
const CHROME = 'chrome130';

export default defineConfig({
  main: {
    // fflate's build for Node declares a `require` of its own beside the bundler's; the one for browsers does not.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      target: NODE,
      // Of the dependencies only the native module stays outside, being the one that package.json ships.
      externalizeDeps: { include: ['better-sqlite3'] },
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          'excel-worker': 'electron/excel/worker.ts',
          'page-worker': 'electron/db/sqlite/page-worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: CHROME,
      minify: true,
      // Loaded from this disk, not over a network: splitting would gain nothing.
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: path.resolve(import.meta.dirname, 'renderer/index.html') },
    },
  },
});
