/** Every count of the summary equals the list it opens, over all filters. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LightFilter, LightGroup, LightGrouping, LightSummary } from '#shared/contract/lights.ts';
import { lightGroupings } from '#shared/contract/lights.ts';
import { lightNames } from '#shared/domain/lights/light-names.ts';
import { type Tally, tallyOf } from '#shared/domain/lights/tally.ts';
import { progressClasses } from '#shared/domain/supervision/progress-class.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import { type LightServices, openLightServices } from '../helpers/light-services.ts';

const moments = [{ period: '2024-05' }, { period: '2024-06' }, { date: '2024-06-20' }, { period: '2024-Q2' }];
const texts = [undefined, '改造', '区住建局', 'zzzz'];

/** Reports of every colour, withdrawals, a split, overrides, a change of leader, a task without leads. */
async function fillYear(services: LightServices): Promise<void> {
  const { rows } = await services.tasks.list({ filter: {}, offset: 0, limit: 5_000 });
  for (const [index, { code }] of rows.entries()) {
    const { reportingUnits } = await services.task(code);
    if (reportingUnits.length > 3 || index % 7 === 6) continue;
    for (const [place, unit] of reportingUnits.entries()) {
      const percent = (index * 13 + place * 31) % 101;
      const status = percent === 100 || index % 11 === 0 ? ('completed' as const) : null;
      await services.save({ unit, code, period: '2024-05', values: { percent } });
      if (index % 5 !== 0)
        await services.save({ unit, code, period: '2024-06', values: { percent, status } });
    }
  }
  services.move('Z02-01', 'withdraw', 'withdrawn', '2024-06-15');
  services.move('Z02-03', 'split', 'split', '2024-05-31');
  services.move('M01-01', 'close', 'closed', '2024-06-30');
  services.succeed('Z02-05', null, '2024-06-01');
  services.succeed('Z02-07', '张伟', '2024-06-30');
  services.listFrom('M02-01', '2024-06-01');
  services.raw.prepare('delete from task_reporting_unit where task_id = ?').run(services.taskId('Z02-09'));
  for (const [code, unitId] of [
    ['Z02-06', null],
    ['Z02-02', null],
    ['Z02-06', services.unitId('区发改局')],
  ] as const) {
    const dates = { from: '2024-05-31', until: '2024-06-30' };
    await services.lights.override({
      taskId: services.taskId(code),
      unitId,
      light: 'red',
      reason: '约谈',
      ...dates,
    });
  }
}

let services: LightServices;
let leaderIds: (number | null)[];
let unitIds: number[];

async function openOnce(): Promise<void> {
  services = await openLightServices();
  await fillYear(services);
  const rows = await services.rows({ period: '2024-06' });
  leaderIds = [...new Set(rows.map(({ leaderId }) => leaderId))];
  unitIds = [...new Set(rows.flatMap(({ parts }) => parts.map(({ unitId }) => unitId)))];
}

function filters() {
  const optional = <Value>(values: readonly Value[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined });
  return fc
    .record({
      kind: optional<TaskKind>(['key', 'livelihood']),
      leaderId: optional(leaderIds),
      unitId: optional(unitIds),
      text: fc.constantFrom(...texts),
      light: optional(lightNames),
      progressClass: optional(progressClasses),
    })
    .map(
      (filter) =>
        Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as LightFilter,
    );
}

/** A member chosen already and another one of the same kind have nothing in common. */
function narrowed(filter: LightFilter, choice: LightFilter): LightFilter | null {
  const clashes = Object.entries(choice).some(([key, value]) => {
    const chosen = filter[key as keyof LightFilter];
    return chosen !== undefined && chosen !== value;
  });
  return clashes ? null : { ...filter, ...choice };
}

async function countOf(
  moment: { period?: string; date?: string },
  filter: LightFilter | null,
): Promise<number> {
  return filter === null ? 0 : (await services.rows(moment, filter)).length;
}

function choicesOf(tally: Tally): [LightFilter, number][] {
  const lights = lightNames.map((light): [LightFilter, number] => [{ light }, tally.lights[light].count]);
  const classes = progressClasses.map((progressClass): [LightFilter, number] => [
    { progressClass },
    tally.classes[progressClass].count,
  ]);
  return [[{}, tally.listed], ...lights, ...classes];
}

const groupChoice: Record<LightGrouping, (group: LightGroup) => LightFilter> = {
  leader: ({ key }) => ({ leaderId: key as number | null }),
  unit: ({ key }) => ({ unitId: key as number }),
  kind: ({ key }) => ({ kind: key as TaskKind }),
};

function expectPartition(tally: Tally): void {
  const sum = (shares: { count: number }[]) => shares.reduce((total, { count }) => total + count, 0);
  expect(sum(Object.values(tally.lights))).toBe(tally.listed);
  expect(sum(Object.values(tally.classes))).toBe(tally.counted);
  expect(tally.counted).toBe(tally.listed - tally.lights.withdrawn.count);
  const percents = Object.values(tally.classes).reduce((total, { percent }) => total + (percent ?? 0), 0);
  expect(Math.round(percents * 10) / 10).toBe(tally.counted === 0 ? 0 : 100);
}

test('the sample has every light and every class', async () => {
  await openOnce();
  const summary = await services.lights.summary({
    moment: { period: '2024-06' },
    filter: {},
    groupBy: 'kind',
  });
  expect(lightNames.filter((name) => summary.lights[name].count === 0)).toEqual([]);
  expect(progressClasses.filter((name) => summary.classes[name].count === 0)).toEqual([]);
});

test('a count is the length of the list it opens, in the totals and in every group', async () => {
  await openOnce();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...moments),
      filters(),
      fc.constantFrom(...lightGroupings),
      fc.nat(),
      async (moment, filter, groupBy, seed) => {
        const summary: LightSummary = await services.lights.summary({ moment, filter, groupBy });
        expectPartition(summary);
        for (const [choice, count] of choicesOf(summary))
          expect([choice, await countOf(moment, narrowed(filter, choice))]).toEqual([choice, count]);
        const group = summary.groups[seed % Math.max(summary.groups.length, 1)];
        if (group === undefined) return;
        expectPartition(group);
        const within = narrowed(filter, groupChoice[groupBy](group));
        for (const [choice, count] of choicesOf(group)) {
          const opened = within === null ? null : narrowed(within, choice);
          expect([group.label, choice, await countOf(moment, opened)]).toEqual([group.label, choice, count]);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test.each(lightGroupings)(
  'by %s: each group, its lights and its classes are those of the list it opens',
  async (groupBy) => {
    await openOnce();
    for (const moment of [{ period: '2024-06' }, { date: '2024-06-20' }]) {
      const { groups } = await services.lights.summary({ moment, filter: {}, groupBy });
      expect(groups.length).toBeGreaterThan(1);
      for (const group of groups) {
        const opened = await services.rows(moment, groupChoice[groupBy](group));
        const { key: _, label: __, ...counts } = group;
        expect([group.label, counts]).toEqual([group.label, tallyOf(opened)]);
        expect([group.label, opened.length]).toEqual([group.label, group.listed]);
      }
    }
  },
);

test('grouped by leader or kind the groups add up to the whole; by unit a joint task stands under each lead', async () => {
  await openOnce();
  const moment = { period: '2024-06' };
  const listed = (await services.rows(moment)).length;
  for (const groupBy of ['leader', 'kind'] as const) {
    const { groups } = await services.lights.summary({ moment, filter: {}, groupBy });
    expect(groups.reduce((sum, group) => sum + group.listed, 0)).toBe(listed);
  }
  const parts = (await services.rows(moment)).reduce((sum, row) => sum + row.parts.length, 0);
  const { groups } = await services.lights.summary({ moment, filter: {}, groupBy: 'unit' });
  expect(groups.reduce((sum, group) => sum + group.listed, 0)).toBe(parts);
});
