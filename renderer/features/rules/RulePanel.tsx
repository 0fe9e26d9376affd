import { Button } from 'antd';
import { useState } from 'react';
import type { RuleBook } from '#shared/contract/rules.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { entryAt, rulesAt, spanWords } from '#shared/domain/supervision/rule-history.ts';
import { type RuleKind, ruleKindLabels } from '#shared/domain/supervision/rule-settings.ts';
import { ruleWords } from '#shared/domain/supervision/rule-words.ts';
import { timeText } from '../../components/format.ts';
import { localToday } from '../../components/today.ts';
import { RuleForm } from './RuleForm.tsx';
import { RuleHistoryList } from './RuleHistoryList.tsx';

interface RulePanelProps {
  kind: RuleKind;
  book: RuleBook;
}

/** One kind of rules: what holds today in words, since when and by whom, and what holds from another day on. */
export function RulePanel({ kind, book }: RulePanelProps) {
  const [isEditing, setEditing] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const label = ruleKindLabels[kind];
  return (
    <div className="rule-panel">
      <section className="sheet rule-words" aria-label={`现行${label}`}>
        <InForce kind={kind} book={book} />
        {ruleWords(rulesAt(book.history, localToday()))[kind].map(({ title, lines }) => (
          <div key={title}>
            <h2>{title}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section className="sheet rule-side" aria-label={`修改和历次${label}`}>
        {isEditing ? (
          <RuleForm
            kind={kind}
            book={book}
            onSaved={(effectiveFrom) => {
              setSaved(effectiveFrom);
              setEditing(false);
            }}
            onClose={() => setEditing(false)}
          />
        ) : (
          <div>
            <Button
              type="primary"
              onClick={() => {
                setSaved(null);
                setEditing(true);
              }}
            >
              修改{label}
            </Button>
          </div>
        )}
        <p role="status" className="rule-status">
          {saved !== null && `已保存，自${dateLabel(saved)}起生效。`}
        </p>
        <h2>历次{label}</h2>
        <RuleHistoryList kind={kind} history={book.history} />
      </section>
    </div>
  );
}

function InForce({ kind, book }: RulePanelProps) {
  const entries = book.history[kind];
  const entry = entryAt<RuleKind>(entries, localToday());
  const { createdBy, createdAt } = entry;
  return (
    <p className="rule-since">
      今天（{dateLabel(localToday())}）的{ruleKindLabels[kind]}：{spanWords<RuleKind>(entries, entry)}
      {createdBy !== null && createdAt !== null && `，${createdBy}于${timeText(createdAt)}设定`}
    </p>
  );
}
