import { entryAt, type RuleHistory, rulesAt, spanWords } from '#shared/domain/supervision/rule-history.ts';
import { ruleKindLabels, ruleKinds } from '#shared/domain/supervision/rule-settings.ts';
import { type RuleGroup, ruleWords } from '#shared/domain/supervision/rule-words.ts';
import { localDate } from '../../services/moment.ts';
import type { Command } from '../command.ts';

function groupText({ title, lines }: RuleGroup): string {
  return [`  ${title}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

function whoText(history: RuleHistory, kind: keyof RuleHistory, date: string): string {
  const entries = history[kind];
  const entry = entryAt(entries, date);
  const by = entry.createdBy === null ? '' : `，${entry.createdBy}设定`;
  return `${spanWords(entries, entry)}${by}`;
}

export const rules: Command = {
  name: 'rules',
  summary: '用文字列出某一天（默认今天）的亮灯、督办和序时规则；--json 输出当天的数字',
  usage: '[--date 2024-06-30]',
  options: { date: { type: 'string' } },
  allowsFiles: false,
  prepare: (args) => {
    const date = args.optionalDay('date') ?? localDate(new Date());
    return async (application) => {
      const { history } = await application.rules.read({});
      const value = rulesAt(history, date);
      const words = ruleWords(value);
      const sections = ruleKinds.map((kind) =>
        [`${ruleKindLabels[kind]}（${whoText(history, kind, date)}）`, ...words[kind].map(groupText)].join(
          '\n',
        ),
      );
      return { value: { date, ...value }, text: sections.join('\n\n') };
    };
  },
};
