/** The rules' settings, each from its date on: an old period keeps the rules, and the colours, it had. */
import { AppError } from '#shared/contract/errors.ts';
import type { LightSettingsEntry, LightSettingsValues } from '#shared/contract/lights.ts';
import { parsePeriod, periodEnd, periodLabel } from '#shared/domain/period.ts';
import { addDays, dateLabel } from '#shared/domain/supervision/dates.ts';
import { checkLightSettings, defaultLightSettings } from '#shared/domain/supervision/light-settings.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import {
  listLightSettings,
  listPublishedPeriods,
  storeLightSettings,
} from '../db/repositories/light-settings.repository.ts';
import type { ServiceContext } from './context.ts';

const ownSettings: LightSettingsEntry = { settings: defaultLightSettings, createdAt: null, createdBy: null };

/** Newest first, the program's own last. */
export async function readSettings(reader: Reader): Promise<LightSettingsEntry[]> {
  const stored = await listLightSettings(reader);
  const entries = stored.map(({ settings, createdAt, createdBy }) => ({ settings, createdAt, createdBy }));
  return [...entries, ownSettings];
}

/** What was published stays as it was: settings may begin only after it. */
async function checkNotPublished(reader: Reader, effectiveFrom: string): Promise<void> {
  const published = (await listPublishedPeriods(reader)).map(parsePeriod).filter((period) => period !== null);
  const last = published.find((period) => periodEnd(period) >= effectiveFrom);
  if (last === undefined) return;
  const next = dateLabel(addDays(periodEnd(last), 1));
  throw new AppError(
    'bad_input',
    `${periodLabel(last)}已经公布，它的灯不能再变。新的亮灯规则请从${next}或以后起生效。`,
  );
}

function requireSound(settings: LightSettingsValues): void {
  const problems = checkLightSettings([settings]);
  if (settings.effectiveFrom <= defaultLightSettings.effectiveFrom)
    problems.push(`生效日期须晚于${dateLabel(defaultLightSettings.effectiveFrom)}，请修改。`);
  if (problems.length > 0) throw new AppError('bad_input', problems.join(''));
}

/** @throws AppError `bad_input` with everything that is wrong, or when a published period would change */
export async function saveSettings(
  writer: Writer,
  context: ServiceContext,
  settings: LightSettingsValues,
): Promise<LightSettingsEntry[]> {
  requireSound(settings);
  await checkNotPublished(writer, settings.effectiveFrom);
  const before = (await listLightSettings(writer)).find(
    (stored) => stored.settings.effectiveFrom === settings.effectiveFrom,
  );
  const at = context.now().toISOString();
  const id = await storeLightSettings(writer, settings, { at, by: context.operator });
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: '修改亮灯规则',
    entity: 'rule_setting',
    entityId: id,
    before: before === undefined ? null : { ...before.settings },
    after: { ...settings },
  });
  return readSettings(writer);
}
