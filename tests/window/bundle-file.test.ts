import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveBundleFile } from '#electron/window/bundle-file.ts';

const root = join(import.meta.dirname, 'out', 'renderer');
const url = (path: string) => `app://bundle${path}`;

test('the root is index.html', () => {
  expect(resolveBundleFile(root, url('/'))).toEqual({
    path: join(root, 'index.html'),
    contentType: 'text/html; charset=utf-8',
  });
});

test('an asset keeps its type; a query does not matter', () => {
  expect(resolveBundleFile(root, url('/assets/main.js?v=1'))).toEqual({
    path: join(root, 'assets', 'main.js'),
    contentType: 'text/javascript; charset=utf-8',
  });
});

test('dots are folded by the URL itself and end inside the bundle', () => {
  expect(resolveBundleFile(root, url('/%2e%2e/%2e%2e/main/main.js'))?.path).toBe(
    join(root, 'main', 'main.js'),
  );
});

test.each([
  ['leaves it with encoded slashes', '/..%2f..%2fmain%2fmain.js'],
  ['uses backslashes', '/..%5c..%5cmain%5cmain.js'],
  ['names a sibling folder with the same beginning', '/..%2frenderer-evil%2fx.js'],
  ['carries a zero byte', '/index.html%00.js'],
  ['is malformed', '/%E0%A4%A'],
  ['asks for a kind we do not ship', '/data.sqlite'],
  ['asks for a folder', '/assets/'],
])('a URL that %s gets nothing', (_what, path) => {
  expect(resolveBundleFile(root, url(path))).toBeNull();
});
