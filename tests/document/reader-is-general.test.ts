import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSeeds } from '#electron/document/load-seeds.ts';
import { projectRoot, sourceFiles } from '../helpers/source-files.ts';

/** Comments may quote the notice as an example; code may not. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const { notice, directory } = loadSeeds(join(projectRoot, 'seeds'));
const sources = sourceFiles('electron', 'shared').map(({ path, text }) => ({
  path,
  code: withoutComments(text),
}));

function placesOf(names: readonly string[]): string[] {
  return sources.flatMap(({ path, code }) =>
    names.filter((name) => code.includes(name)).map((name) => `${path}: ${name}`),
  );
}

test('no unit, leader or place of the seeded notice is named in code', () => {
  const units = directory.flatMap((entry) => [entry.name, ...entry.aliases]);
  const leaders = notice.sections.flatMap(({ leader }) => leader?.name ?? []);
  expect(placesOf([...units, ...leaders, '温州', '鹿城', '温鹿政办'])).toEqual([]);
});

test('no sentence of the notice is quoted in code', () => {
  const clauses = notice.tasks.flatMap(({ content }) => content.split(/[，。、；]/u));
  expect(placesOf([...new Set(clauses)].filter((clause) => clause.length >= 8))).toEqual([]);
});
