import type { LightFilter, LightPart, LightRow } from '#shared/contract/lights.ts';
import { lightNameLabels } from '#shared/domain/lights/light-names.ts';
import { overrideWords } from '#shared/domain/supervision/light-override.ts';
import { movementLabels } from '#shared/domain/supervision/movement.ts';
import { percentLabel } from '#shared/domain/supervision/percent-figures.ts';
import { unspecifiedLabel } from '#shared/domain/unit.ts';
import type { Application } from '../../open-application.ts';
import type { Command } from '../command.ts';
import { findLeaderId, findUnit } from '../find-named.ts';
import { textTable } from '../text-table.ts';

/** One lead's light on one task; a task nobody is named for has one line without a unit. */
interface LightLine {
  code: string;
  unit: string | null;
  expected: number;
  actual: number | null;
  gap: number | null;
  light: LightPart['light'];
  reason: string;
  rule: string;
  override?: {
    light: LightPart['light'];
    computed: LightPart['light'];
    reason: string;
    until: string;
    by: string;
  };
}

function lineOf(row: LightRow, part: LightPart | null): LightLine {
  const { expected, actual, gap, light, computed, reason, ruleName, override } = part ?? row;
  const figures = { expected, actual, gap, light, reason, rule: ruleName };
  const line = { code: row.code, unit: part?.unit ?? null, ...figures };
  if (override === null) return line;
  const { reason: why, until, by } = override;
  return { ...line, override: { light: override.light, computed, reason: why, until, by } };
}

function linesOf(row: LightRow): LightLine[] {
  return row.parts.length === 0 ? [lineOf(row, null)] : row.parts.map((part) => lineOf(row, part));
}

function percentCell(percent: number | null): string {
  return percent === null ? '' : percentLabel(percent);
}

function tableRows(row: LightRow): string[][] {
  const parts = row.parts.length === 0 ? [null] : row.parts;
  return parts.map((part) => {
    const { expected, actual, gap, light, movement, reason, override } = part ?? row;
    return [
      row.code,
      part?.unit ?? unspecifiedLabel,
      lightNameLabels[light],
      movementLabels[movement],
      percentCell(expected),
      percentCell(actual),
      gap === null ? '' : String(gap),
      override === null ? reason : `${reason}；${overrideWords(override)}`,
    ];
  });
}

const headings = ['编号', '单位', '灯', '升降', '序时', '实际', '差距', '说明'];

async function filterOf(
  application: Application,
  unit: string | undefined,
  leader: string | undefined,
): Promise<LightFilter> {
  return {
    ...(unit === undefined ? {} : { unitId: (await findUnit(application, unit)).id }),
    ...(leader === undefined ? {} : { leaderId: await findLeaderId(application, leader) }),
  };
}

export const lights: Command = {
  name: 'lights',
  summary: '列出一个报告期末每项任务、每个填报单位的灯和说明',
  usage: '--period 2024-06 [--unit 单位] [--leader 领导]',
  options: { period: { type: 'string' }, unit: { type: 'string' }, leader: { type: 'string' } },
  allowsFiles: false,
  prepare: (args) => {
    const period = args.requiredPeriod();
    const unit = args.text('unit');
    const leader = args.text('leader');
    return async (application) => {
      const filter = await filterOf(application, unit, leader);
      const { basis, rows } = await application.lights.list({ moment: { period }, filter });
      const table = textTable(headings, rows.flatMap(tableRows));
      const text = `${table}\n${basis.label}（截至${basis.date}）共 ${rows.length} 项任务`;
      return { value: rows.flatMap(linesOf), text };
    };
  },
};
