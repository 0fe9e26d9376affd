/** How good the reader's proposal is, against what people have read and labelled. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '#electron/document/load-seeds.ts';
import { proposeTargets } from '#electron/document/targets/propose-targets.ts';
import type { Target } from '#shared/domain/target.ts';
import { foldForMatch } from '#shared/domain/text.ts';
import { projectRoot } from '../helpers/source-files.ts';
import { heldOutPromises, heldOutYear } from './held-out-promises.ts';

interface Figures {
  precision: number;
  recall: number;
  wrong: string[];
}

function describeTarget({ comparator, value, measure, due }: Target): string {
  return `${comparator} ${value} ${measure} ${due}`;
}

/** Compares as multisets: each expected entry can be met once. */
function compare(pairs: readonly { expected: string[]; proposed: string[] }[]): Figures {
  let matched = 0;
  const wrong: string[] = [];
  for (const { expected, proposed } of pairs) {
    const open = [...proposed];
    for (const entry of expected) {
      const index = open.indexOf(entry);
      if (index < 0) wrong.push(`missed: ${entry}`);
      else open.splice(index, 1);
      matched += index < 0 ? 0 : 1;
    }
    wrong.push(...open.map((entry) => `invented: ${entry}`));
  }
  const total = (key: 'expected' | 'proposed') => pairs.reduce((sum, pair) => sum + pair[key].length, 0);
  return { precision: matched / total('proposed'), recall: matched / total('expected'), wrong };
}

function state(name: string, { precision, recall, wrong }: Figures): void {
  console.info(`${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`, wrong);
}

describe('against the reviewed list of seeds/targets.json', () => {
  const { notice } = loadSeeds(join(projectRoot, 'seeds'));
  const pairs = notice.tasks.map(({ code, content, targets }) => {
    const proposal = proposeTargets(content, notice.year);
    return { code, reviewed: targets, proposal };
  });

  test('precision and recall', () => {
    const withCode = (code: string) => (target: Target) => `${code} ${describeTarget(target)}`;
    const figures = compare(
      pairs.map(({ code, reviewed, proposal }) => ({
        expected: reviewed.map(withCode(code)),
        proposed: proposal.map(withCode(code)),
      })),
    );
    state('reviewed list', figures);
    expect(figures.precision).toBeGreaterThanOrEqual(0.98);
    expect(figures.recall).toBeGreaterThanOrEqual(0.98);
  });

  test('the names agree loosely: most share their words with the reviewed ones', () => {
    const both = pairs.flatMap(({ reviewed, proposal }) =>
      reviewed.map((target, index) => [foldForMatch(target.name), foldForMatch(proposal[index]?.name ?? '')]),
    );
    const alike = both.filter(([one = '', other = '']) => one.includes(other) || other.includes(one));
    expect(alike.length / both.length).toBeGreaterThanOrEqual(0.85);
  });

  test('the reviewed list is a person’s: its names are not simply the reader’s', () => {
    const names = pairs.flatMap(({ reviewed, proposal }) =>
      reviewed.filter((target, index) => target.name !== proposal[index]?.name).map((target) => target.name),
    );
    expect(names).toEqual(expect.arrayContaining(['产业基金募投规模', '新居民随迁子女保障入学率']));
    expect(names.length).toBeGreaterThan(15);
  });
});

test('against sentences of other places, labelled before the reader saw them', () => {
  const yearEnd = `${heldOutYear}-12-31`;
  const dated = (entry: string) => (/ \d{4}-\d\d-\d\d$/.test(entry) ? entry : `${entry} ${yearEnd}`);
  const figures = compare(
    heldOutPromises.map(({ text, expected }) => ({
      expected: expected.map(dated),
      proposed: proposeTargets(text, heldOutYear).map(describeTarget),
    })),
  );
  state('other places', figures);
  expect(figures.precision).toBeGreaterThanOrEqual(0.97);
  expect(figures.recall).toBeGreaterThanOrEqual(0.97);
});
