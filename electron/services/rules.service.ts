/** 规则: settings from a date on, so that an old period keeps the rules, and the colours, it had. */
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { RuleBook } from '#shared/contract/rules.ts';
import {
  checkRule,
  findPublished,
  type RuleDraft,
  ruleKindLabels,
} from '#shared/domain/supervision/rule-settings.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { listRuleSettings, storeRuleSettings } from '../db/repositories/rule-setting.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ServiceContext } from './context.ts';
import { readRuleBook } from './rule-settings.ts';

export type RulesService = AreaHandlers<Contract['rules']>;

async function requireSound(writer: Writer, draft: RuleDraft): Promise<void> {
  const published = findPublished(draft, await readRuleBook(writer));
  const problems = [...checkRule(draft), ...(published === null ? [] : [published])];
  if (problems.length > 0) throw new AppError('bad_input', problems.join(''));
}

/** @throws AppError `bad_input` with everything that is wrong, or when a published period would change */
async function saveRule(writer: Writer, context: ServiceContext, draft: RuleDraft): Promise<RuleBook> {
  await requireSound(writer, draft);
  const { kind, settings } = draft;
  const replaced = (await listRuleSettings(writer, kind)).find(
    (stored) => stored.settings.effectiveFrom === settings.effectiveFrom,
  );
  const at = context.now().toISOString();
  const id = await storeRuleSettings(writer, draft, { at, by: context.operator });
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: `修改${ruleKindLabels[kind]}`,
    entity: 'rule_setting',
    entityId: id,
    before: replaced === undefined ? null : { ...replaced.settings },
    after: { ...settings },
  });
  return readRuleBook(writer);
}

export function createRulesService(database: Kysely<Database>, context: ServiceContext): RulesService {
  return {
    read: () => readRuleBook(database),
    save: (draft) => database.transaction().execute((writer) => saveRule(writer, context, draft)),
  };
}
