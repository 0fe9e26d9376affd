import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Import, importsOf, projectRoot, type SourceFile, sourceFiles } from './helpers/source-files.ts';

/** Violations as readable lines, so that a failing test says which file breaks the rule. */
function violations(
  files: SourceFile[],
  isForbidden: (imported: Import, file: SourceFile) => boolean,
): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => isForbidden(imported, file))
      .map((imported) => `${file.path} imports ${imported.target}`),
  );
}

const under =
  (...prefixes: string[]) =>
  (path: string) =>
    prefixes.some((prefix) => path.startsWith(prefix));
const electron = sourceFiles('electron');
const shared = sourceFiles('shared');
const renderer = sourceFiles('renderer');
const isBuiltIn = (target: string) => target.startsWith('node:');
const spreadsheetLibraries = ['exceljs', '@e965/xlsx', 'officecrypto-tool'];

test('there are sources to look at', () => {
  expect(electron.length).toBeGreaterThan(30);
  expect(shared.length).toBeGreaterThan(10);
  expect(renderer.length).toBeGreaterThan(10);
});

test('the top level holds the agreed folders and files only', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: projectRoot, encoding: 'utf8' });
  const top = new Set(
    tracked
      .trim()
      .split('\n')
      .map((path) => path.split('/')[0]),
  );
  const folders = ['electron', 'renderer', 'shared', 'seeds', 'build', 'tests', '.ci'];
  const files =
    /^(package(-lock)?\.json|tsconfig\.json|electron-builder\.yml|README\.md|LICENSE|biome\.json|electron\.vite\.config\.ts|vitest\.config\.ts|\.gitignore|\.gitattributes|\.npmrc|\.node-version)$/;
  expect([...top].filter((name) => name && !folders.includes(name) && !files.test(name))).toEqual([]);
});

test('shared knows no platform', () => {
  const platform = /^(electron|react|react-dom|kysely|better-sqlite3|exceljs|@e965\/xlsx)(\/|$)/;
  expect(
    violations(
      shared,
      ({ target }) =>
        isBuiltIn(target) || platform.test(target) || under('electron/', 'renderer/', 'tests/')(target),
    ),
  ).toEqual([]);
});

test('the main process never imports the renderer or the tests', () => {
  expect(violations(electron, ({ target }) => under('renderer/', 'tests/', 'react')(target))).toEqual([]);
});

test('the renderer imports shared and itself only', () => {
  expect(
    violations(
      renderer,
      ({ target }) => isBuiltIn(target) || target === 'electron' || under('electron/', 'tests/')(target),
    ),
  ).toEqual([]);
});

test('a feature does not import another feature', () => {
  const featureOf = (path: string) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
  expect(
    violations(renderer, ({ target }, file) => {
      const own = featureOf(file.path);
      const other = featureOf(target);
      return own !== undefined && other !== undefined && own !== other;
    }),
  ).toEqual([]);
});

test('components do without the api', () => {
  const components = renderer.filter((file) => file.path.startsWith('renderer/components/'));
  expect(
    violations(components, ({ target }) => under('renderer/api/', 'renderer/features/')(target)),
  ).toEqual([]);
});

test('only renderer/api touches the bridge', () => {
  const users = renderer.filter((file) => /\bbridgeName\b|window\.duban\b/.test(file.text));
  expect(users.map((file) => file.path).filter((path) => !path.startsWith('renderer/api/'))).toEqual([]);
});

test('preload imports electron and the contract only', () => {
  const preload = electron.filter((file) => file.path === 'electron/preload.ts');
  expect(preload).toHaveLength(1);
  expect(
    violations(preload, ({ target }) => target !== 'electron' && !target.startsWith('shared/contract/')),
  ).toEqual([]);
});

test('services know neither electron nor SQL', () => {
  const services = electron.filter((file) => file.path.startsWith('electron/services/'));
  expect(
    violations(services, ({ target, typeOnly }) => {
      const isSql = target === 'better-sqlite3' || (target === 'kysely' && !typeOnly);
      return target === 'electron' || isSql || under('electron/ipc/', 'electron/window/')(target);
    }),
  ).toEqual([]);
});

test('SQL lives in db, and the SQLite driver in db/sqlite and the migrations', () => {
  const outside = electron.filter((file) => !file.path.startsWith('electron/db/'));
  expect(
    violations(
      outside,
      ({ target, typeOnly }) => target === 'better-sqlite3' || (target === 'kysely' && !typeOnly),
    ),
  ).toEqual([]);
  const repositories = electron.filter((file) => file.path.startsWith('electron/db/repositories/'));
  expect(violations(repositories, ({ target }) => target === 'better-sqlite3')).toEqual([]);
});

test('a task changes its state in one place only, which asks the table of moves', () => {
  const users = electron.filter((file) => /\binsertMove\b|insertInto\('task_move'\)/.test(file.text));
  expect(users.map((file) => file.path).sort()).toEqual([
    'electron/db/repositories/task-life.repository.ts',
    'electron/services/life-move.service.ts',
  ]);
});

test('register.ts is the only user of ipcMain', () => {
  const users = electron.filter((file) => /\bipcMain\b/.test(file.text)).map((file) => file.path);
  expect(users).toEqual(['electron/ipc/register.ts']);
});

test('spreadsheet libraries are imported in electron/excel only', () => {
  const outside = [...electron, ...renderer, ...shared].filter(
    (file) => !file.path.startsWith('electron/excel/'),
  );
  expect(violations(outside, ({ target }) => spreadsheetLibraries.includes(target))).toEqual([]);
});

test('documents for Word are made in electron/word only', () => {
  const outside = [...electron, ...renderer, ...shared].filter(
    (file) => !file.path.startsWith('electron/word/'),
  );
  expect(violations(outside, ({ target }) => target === 'docx')).toEqual([]);
});

test('electron itself is imported by the shell alone', () => {
  const allowed = under(
    'electron/main.ts',
    'electron/preload.ts',
    'electron/window/',
    'electron/ipc/register.ts',
  );
  const inside = electron.filter((file) => !allowed(file.path));
  expect(violations(inside, ({ target }) => target === 'electron')).toEqual([]);
});

test('the notice reader is pure but for loading the seeds', () => {
  const pure = electron.filter(
    (file) => file.path.startsWith('electron/document/') && !file.path.endsWith('load-seeds.ts'),
  );
  expect(violations(pure, ({ target }) => target === 'node:fs' || target === 'node:fs/promises')).toEqual([]);
});

test('nothing is loosened by a comment or an any', () => {
  const loose = /@ts-(ignore|expect-error|nocheck)|\bas any\b|:\s*any\b/;
  const all = [...electron, ...shared, ...renderer, ...sourceFiles('tests')];
  const offenders = all.filter((file) => file.path !== 'tests/architecture.test.ts' && loose.test(file.text));
  expect(offenders.map((file) => file.path)).toEqual([]);
});
