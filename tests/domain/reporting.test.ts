import { expect, test } from 'vitest';
import { reportingUnits, type TaskUnitRole } from '#shared/domain/reporting.ts';
import type { UnitEntry, UnitKind } from '#shared/domain/unit.ts';

function entry(name: string, kind: UnitKind = 'department', more: Partial<UnitEntry> = {}): UnitEntry {
  return { name, kind, aliases: [], parent: null, membership: null, members: [], ...more };
}

const directory = [
  entry('甲局'),
  entry('乙局'),
  entry('宣传部', 'party'),
  entry('法院', 'judicial'),
  entry('东街道', 'town'),
  entry('西镇', 'town'),
  entry('各街镇', 'group', { membership: 'fixed', members: ['东街道', '西镇'] }),
  entry('相关街镇', 'group', { membership: 'per_task', members: ['东街道', '西镇'] }),
];

function task(...units: [name: string, role: TaskUnitRole['role']][]): TaskUnitRole[] {
  return units.map(([name, role]) => ({ name, role }));
}

test('the leads report, members and party leads beside them do not', () => {
  const units = task(['乙局', 'lead'], ['甲局', 'member'], ['宣传部', 'party_lead'], ['西镇', 'lead']);
  expect(reportingUnits(units, directory)).toEqual(['乙局', '西镇']);
});

test('without a lead the listed units report, also beside a party lead', () => {
  const units = task(['甲局', 'member'], ['乙局', 'member'], ['宣传部', 'party_lead'], ['法院', 'support']);
  expect(reportingUnits(units, directory)).toEqual(['甲局', '乙局']);
});

test('without units the party lead reports', () => {
  expect(reportingUnits(task(['宣传部', 'party_lead'], ['法院', 'support']), directory)).toEqual(['宣传部']);
});

test('who only supports is never asked', () => {
  expect(reportingUnits(task(['法院', 'support']), directory)).toEqual([]);
});

test('a fixed group stands for its members, each once and in the directory order', () => {
  const units = task(['西镇', 'member'], ['各街镇', 'member'], ['甲局', 'member']);
  expect(reportingUnits(units, directory)).toEqual(['西镇', '东街道', '甲局']);
});

test('相关街镇 stands for nobody until staff name its units', () => {
  const units = task(['甲局', 'member'], ['相关街镇', 'member']);
  expect(reportingUnits(units, directory)).toEqual(['甲局']);
  expect(reportingUnits(units, directory, new Map([['相关街镇', ['西镇']]]))).toEqual(['甲局', '西镇']);
});
