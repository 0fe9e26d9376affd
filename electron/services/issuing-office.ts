/** 落款和机关代字: set once by the office, logged, and until then taken from the notice's own title. */
import { AppError } from '#shared/contract/errors.ts';
import { type IssuingOffice, issuerOf, unnamedOffice } from '#shared/domain/issuing-office.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { newestDocumentTitle } from '../db/repositories/document.repository.ts';
import { findPreference, savePreference } from '../db/repositories/preference.repository.ts';
import type { ServiceContext } from './context.ts';

const keys = { name: 'office.name', prefix: 'office.prefix' } as const;

export async function readIssuingOffice(reader: Reader): Promise<IssuingOffice> {
  const name =
    (await findPreference(reader, keys.name)) ?? issuerOf((await newestDocumentTitle(reader)) ?? '');
  return { name: name ?? unnamedOffice, prefix: (await findPreference(reader, keys.prefix)) ?? '' };
}

/** @throws AppError `bad_input` for an empty name */
export async function setIssuingOffice(
  writer: Writer,
  context: ServiceContext,
  { name, prefix }: IssuingOffice,
): Promise<void> {
  const wanted = { name: name.trim(), prefix: prefix.trim() };
  if (wanted.name === '') throw new AppError('bad_input', '落款单位不能为空，请填写后保存。');
  const before = await readIssuingOffice(writer);
  if (before.name === wanted.name && before.prefix === wanted.prefix) return;
  await savePreference(writer, keys.name, wanted.name);
  await savePreference(writer, keys.prefix, wanted.prefix);
  await recordChange(writer, {
    ...{ at: context.now().toISOString(), actor: context.operator, origin: context.origin },
    ...{ action: '更改落款', entity: 'preference', entityId: 0 },
    before: { office: before.name, prefix: before.prefix },
    after: { office: wanted.name, prefix: wanted.prefix },
  });
}
