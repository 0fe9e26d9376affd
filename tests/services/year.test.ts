/** A made-up office's whole year (tests/fixtures/year): what it published, in full, and against a second reckoning. */
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDatabase } from '#electron/services/check.service.ts';
import { unattendedJob } from '#electron/services/job.ts';
import type { PublicationDetail } from '#shared/contract/assess.ts';
import type { LightRow } from '#shared/contract/lights.ts';
import { logChangeLines } from '#shared/domain/log-words.ts';
import type { UnitScore } from '#shared/domain/supervision/score.ts';
import { publishedOf, readExpected } from '../fixtures/year/expected.ts';
import { periodOf } from '../fixtures/year/monthly.ts';
import { naiveLight } from '../fixtures/year/naive.ts';
import { account, clerk, type Office } from '../fixtures/year/office.ts';
import { playYear } from '../fixtures/year/play.ts';
import { askedOf, late, missing, sentBack } from '../fixtures/year/returns.ts';

let office: Office;
let directory: string;
let editions: PublicationDetail[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duban-year-'));
  office = await playYear(directory);
  const listed = await office.assess.publications({});
  editions = await Promise.all(listed.map(({ id }) => office.assess.publication({ id })));
}, 300_000);

afterAll(async () => {
  await office.close();
  await rm(directory, { recursive: true, force: true });
});

function edition(period: string, number: number): PublicationDetail {
  const found = editions.find((detail) => detail.period === period && detail.edition === number);
  if (found === undefined) throw new Error(`${period} has no edition ${number}`);
  return found;
}

function scoreOf(detail: PublicationDetail, unit: string): UnitScore {
  const found = detail.content.scores.find((score) => score.unit === unit);
  if (found === undefined) throw new Error(`${unit} is not among the scores`);
  return found;
}

async function lightsOf(month: number): Promise<LightRow[]> {
  return (await office.lights.list({ moment: { period: periodOf(month) }, filter: {} })).rows;
}

/** Every cell but for the day the ledger was made. */
async function cellTexts(file: string): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const texts: string[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell(({ address, text }) => texts.push(`${address} ${text.replace(/制表日期：.*$/u, '')}`));
    });
  }
  return texts;
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const halfYear = { period: '2024-06', edition: 1 };
const corrected = { period: '2024-06', edition: 2 };
const yearEnd = { period: '2024-12', edition: 1 };

describe('what was published', () => {
  test.each([halfYear, corrected, yearEnd])('$period, edition $edition, in full', (wanted) => {
    expect(publishedOf(edition(wanted.period, wanted.edition))).toEqual(readExpected(wanted));
  });

  test('is about 197 tasks and what three splits added, and about 70 units', () => {
    const { tasks, scores } = edition('2024-12', 1).content;
    expect(tasks).toHaveLength(197 + 6);
    expect(scores.filter(({ score }) => score !== null)).toHaveLength(70);
  });

  test('says what the happenings of the year led to', () => {
    const half = new Map(edition('2024-06', 1).content.tasks?.map((task) => [task.code, task]));
    const end = new Map(edition('2024-12', 1).content.tasks?.map((task) => [task.code, task]));
    expect(half.get('Z02-13')?.reason).toBe('序时应达50%，实际28%，落后22个百分点，黄灯');
    // 19 % of the land sold: red by the rules, yellow by a person's word until the end of July.
    expect(half.get('Z04-06')).toMatchObject({
      light: 'yellow',
      gap: 31,
      override: { light: 'yellow', by: clerk },
    });
    expect(end.get('Z04-06')).toMatchObject({ light: 'red', override: null });
    // Exactly thirty points behind is still yellow.
    expect(half.get('Z09-10')).toMatchObject({ gap: 30, light: 'yellow' });
    // The 延期 of 20 June holds at the end of June: nine months instead of six.
    expect(half.get('Z04-10')).toMatchObject({ expected: 66.67, due: '2024-09-30' });
    // The refused one changed nothing.
    expect(end.get('Z08-23')?.due).toBe('2024-08-31');
    expect([half.get('Z03-01')?.leader, half.get('Z09-01')?.leader]).toEqual(['陈怡', '周岷']);
    expect(end.get('Z09-01')?.leader).toBe('林海');
    expect(half.get('Z09-12')?.content).toContain('区域食品安全指数保持全市前三');
    const gone = (code: string) => [half.get(code)?.light, end.get(code)?.light];
    expect(gone('Z02-04')).toEqual(['withdrawn', 'withdrawn']);
    expect(gone('Z02-15')).toEqual(['green', 'withdrawn']);
    expect(gone('Z08-28')).toEqual(['green', 'withdrawn']);
    expect(gone('Z02-11')).toEqual(['green', 'finished']);
  });

  test('the correction names its reason and moves one unit', () => {
    const { reason, content } = edition('2024-06', 2);
    expect(reason).toBe('区残联复核后更正关爱服务进展');
    expect(content.changes?.changes.map(({ unit, words }) => [unit, words])).toEqual([
      ['区残联', '99.5分→99分，第14名→第16名；欠进度：0→−0.5'],
    ]);
  });

  test('can be printed again byte for byte after all that happened since', async () => {
    for (const detail of editions) {
      const folder = join(directory, `重印-${detail.id}`);
      const { files } = await office.assess.reprint({ id: detail.id, directory: folder });
      expect(files).toHaveLength(4);
      const kept = detail.content.documents.map(({ sha256 }) => sha256);
      const originals = await readdir(join(directory, 'originals'));
      const stored = kept.map((digest) => originals.find((name) => name.startsWith(digest)) ?? '');
      const bytes = stored.map((name) => readFileSync(join(directory, 'originals', name)));
      expect(files.map((file) => readFileSync(file))).toEqual(bytes);
    }
  });

  test('June asked for in January gives the lights that were published in July', async () => {
    const now = new Map((await lightsOf(6)).map((row) => [row.code, row]));
    for (const { code, content, leader, due, light, expected, actual, movement } of edition('2024-06', 2)
      .content.tasks ?? []) {
      expect(now.get(code)).toMatchObject({ content, leader, due, light, expected, actual, movement });
    }
    expect(now.size).toBe(edition('2024-06', 2).content.tasks?.length);
  });
});

describe('half a year later', () => {
  test('June says what it said in July, scores and ranks too: there is nothing to correct', async () => {
    const again = office.assess.publish({ period: '2024-06', reason: '再发一次' }, unattendedJob);
    await expect(again).rejects.toThrow('内容与第2版相同，不需要再发布');
  });

  test('June’s ledger written anew differs from the published one in its date alone', async () => {
    const { id } = edition('2024-06', 2);
    const folder = join(directory, '台账对照');
    const { files } = await office.assess.reprint({ id, directory: folder });
    const file = join(folder, '重新导出.xlsx');
    await office.ledgers.exportLedger({ period: '2024-06', scope: { type: 'all' }, file }, unattendedJob);
    const published = await cellTexts(files.find((path) => path.includes('台账')) ?? '');
    const anew = await cellTexts(file);
    expect(published.length).toBeGreaterThan(4_000);
    expect(anew).toEqual(published);
  });
});

describe('a second reckoning', () => {
  /** Whole-year straight lines without 节点, whose state no person moved. */
  async function plainTasks() {
    const touched = new Set(['Z02-11', 'Z05-14', 'Z03-17']);
    const details = await Promise.all(
      (await office.listTasks()).map(({ id }) => office.plan.detail({ taskId: id })),
    );
    return new Map(
      details.flatMap(({ code, plan, targets }) => {
        const { trajectory, milestones } = plan;
        const isWholeYear = trajectory.start === '2024-01-01' && trajectory.due === '2024-12-31';
        const isPlain = trajectory.shape === 'linear' && isWholeYear && milestones.length === 0;
        const hasCeiling = targets.some(({ comparator }) => comparator === '<=');
        return isPlain && !hasCeiling && !touched.has(code) ? [[code, targets] as const] : [];
      }),
    );
  }

  function isHeard(unit: string, code: string, month: number, ownCodes: readonly string[]): boolean {
    const isAsked = askedOf(
      ownCodes.map((own) => ({ code: own })),
      month,
    ).some((task) => task.code === code);
    const isWorthless = sentBack.some(
      (redo) => redo.unit === unit && redo.month === month && !redo.isSentAgain,
    );
    return isAsked && !isWorthless && missing[unit]?.includes(month) !== true;
  }

  test('of every plain task’s light, each month and lead', async () => {
    const plain = await plainTasks();
    expect(plain.size).toBeGreaterThan(150);
    let compared = 0;
    for (const month of months) {
      const rows = (await lightsOf(month)).filter(({ gone }) => gone === null);
      const codesOf = Map.groupBy(
        rows.flatMap(({ code, parts }) => parts.map(({ unit }) => ({ unit, code }))),
        ({ unit }) => unit,
      );
      for (const { code, parts } of rows) {
        const targets = plain.get(code);
        for (const part of targets === undefined ? [] : parts) {
          const own = codesOf.get(part.unit)?.map((pair) => pair.code) ?? [];
          const place = { code, unit: part.unit, month };
          const { computed, expected, actual, gap } = part;
          if (isHeard(part.unit, code, month, own)) {
            const told = { ...place, light: computed, expected, actual, gap };
            expect(told).toEqual({ ...place, ...naiveLight(place, targets ?? []) });
          } else expect({ ...place, light: computed }).toEqual({ ...place, light: 'unreported' });
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(6_000);
  });

  function slips(unit: string, until: number) {
    const lateMonths = Object.keys(late[unit] ?? {}).map(Number);
    const worthless = sentBack.filter((redo) => redo.unit === unit && !redo.isSentAgain);
    return {
      late_return: lateMonths.filter((month) => month <= until).length,
      missing_return: [...(missing[unit] ?? []), ...worthless.map(({ month }) => month)].filter(
        (month) => month <= until,
      ).length,
      returned_for_redo: sentBack.filter((redo) => redo.unit === unit && redo.month <= until).length,
    };
  }

  test.each([
    { ...corrected, until: 6 },
    { ...yearEnd, until: 12 },
  ])('of late, missing and returned reports in $period', ({ period, edition: number, until }) => {
    for (const { unit, score, lines } of edition(period, number).content.scores) {
      if (score === null) continue;
      const counts = Object.fromEntries(
        Object.keys(slips(unit, until)).map((rule) => [
          rule,
          lines.find((line) => line.rule === rule)?.count ?? 0,
        ]),
      );
      expect({ unit, ...counts }).toEqual({ unit, ...slips(unit, until) });
    }
  });

  /** How often each unit's own part was red, or behind without being red, on the published months' lights. */
  async function lightCounts(until: number): Promise<Map<string, { red_light: number; behind: number }>> {
    const counts = new Map<string, { red_light: number; behind: number }>();
    for (const month of months.filter((candidate) => candidate <= until)) {
      for (const { parts } of await lightsOf(month)) {
        for (const { unit, light, progressClass } of parts) {
          const own = counts.get(unit) ?? { red_light: 0, behind: 0 };
          if (light === 'red') own.red_light += 1;
          else if (progressClass === 'behind') own.behind += 1;
          counts.set(unit, own);
        }
      }
    }
    return counts;
  }

  test('of every score at the year’s end, and of the ranks', async () => {
    const counts = await lightCounts(12);
    const missedOrders: Record<string, number> = { 市自然资源和规划局鹿城分局: 1, 区经信局: 1, 区商务局: 1 };
    const praise: Record<string, number> = { 区教育局: 1.5, 滨江街道: 1 };
    const marks: Record<string, number> = { 区发改局: 96, 区住建局: 88, 区商务局: 87, 五马街道: 92 };
    const { scores } = edition('2024-12', 1).content;
    for (const { unit, kind, score, rank } of scores) {
      if (score === null) continue;
      const { late_return, missing_return, returned_for_redo } = slips(unit, 12);
      const { red_light, behind } = counts.get(unit) ?? { red_light: 0, behind: 0 };
      const deducted =
        Math.min(late_return * 0.5, 5) +
        Math.min(missing_return * 2, 12) +
        Math.min(returned_for_redo * 0.5, 5) +
        Math.min(behind * 0.5, 10) +
        Math.min(red_light, 20) +
        (missedOrders[unit] ?? 0);
      const points = 100 - deducted + (praise[unit] ?? 0);
      const mark = marks[unit];
      const expected = mark === undefined ? points : points * 0.9 + mark * 0.1;
      expect({ unit, score }).toEqual({ unit, score: Math.round(expected * 100) / 100 });
      const better = scores.filter((other) => other.kind === kind && (other.score ?? -1) > score).length;
      expect({ unit, rank }).toEqual({ unit, rank: better + 1 });
    }
  });
});

describe('after the year', () => {
  test('every count is its list’s, and the classes share all tasks among them, in every grouping', async () => {
    for (const period of ['2024-03', '2024-06', '2024-12']) {
      for (const groupBy of ['leader', 'unit', 'kind'] as const) {
        const moment = { period };
        const { groups } = await office.lights.summary({ moment, filter: {}, groupBy });
        for (const { key, counted, listed, classes } of groups) {
          const member = { leader: 'leaderId', unit: 'unitId', kind: 'kind' }[groupBy];
          const { rows } = await office.lights.list({ moment, filter: { [member]: key } });
          expect(rows).toHaveLength(listed);
          const sum = Object.values(classes).reduce((total, { count }) => total + count, 0);
          expect(sum).toBe(counted);
        }
      }
    }
  });

  test('numbers run without a gap, by kind', async () => {
    const actions = await office.actions.list({});
    const numbers = (kind: string) =>
      actions
        .filter((action) => action.kind === kind)
        .map(({ number }) => number)
        .toSorted();
    expect(numbers('supervision_order')).toEqual([
      '〔2024〕1号',
      '〔2024〕2号',
      '〔2024〕3号',
      '〔2024〕4号',
    ]);
    expect(numbers('reminder')).toEqual(['〔2024〕1号']);
  });

  test('an ignored order was followed by the next colour', async () => {
    const orders = await office.actions.list({
      kind: 'supervision_order',
      unitId: office.unitId('市自然资源和规划局鹿城分局'),
    });
    expect(orders.map(({ colour, state }) => [colour, state])).toEqual([
      ['red', 'closed'],
      ['yellow', 'open'],
    ]);
  });

  test('the data are whole, the log’s chain too, and nothing in it is anonymous', async () => {
    const { problems } = await checkDatabase(office.open);
    expect(problems).toEqual([]);
    const { total } = await office.log.search({ filter: {}, offset: 0, limit: 1 });
    expect(total).toBeGreaterThan(4_000);
    expect((await office.log.options({})).actors.toSorted()).toEqual([account, clerk].toSorted());
  });

  test('the log reads without a word of the program’s own', async () => {
    const seen = new Map<string, string>();
    for (const kind of (await office.log.options({})).entities) {
      const { entries } = await office.log.search({ filter: { entity: kind }, offset: 0, limit: 1_000 });
      for (const { action, before, after } of entries) {
        const lines = logChangeLines(before, after).map((line) => line.split('：')[0] ?? '');
        for (const name of lines) seen.set(name, action);
      }
    }
    expect([...seen].filter(([name]) => /^[a-zA-Z]+$/u.test(name))).toEqual([]);
  });

  test('the unit’s score leads to the records behind it', () => {
    const line = scoreOf(edition('2024-12', 1), '区水利建设管理中心').lines.find(
      ({ rule }) => rule === 'late_return',
    );
    expect(line?.refs.map(({ words }) => words)).toEqual([
      '2024年3月回表，2024-04-01收到，迟4天',
      '2024年6月回表，2024-07-01收到，迟3天',
      '2024年9月回表，2024-10-08收到，迟10天',
    ]);
  });
});
