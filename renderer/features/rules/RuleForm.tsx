import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { RuleBook } from '#shared/contract/rules.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { ruleChanges, supersededOn } from '#shared/domain/supervision/rule-history.ts';
import {
  checkRule,
  findPublished,
  type RuleKind,
  ruleKindLabels,
} from '#shared/domain/supervision/rule-settings.ts';
import { useSaveRule } from '../../api/rules.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { LeaveWarning } from '../../components/LeaveWarning.tsx';
import { localToday } from '../../components/today.ts';
import { RuleFields } from './RuleFields.tsx';
import { draftRule, firstStart, nothingTyped, rulesBefore } from './rule-edit.ts';

interface RuleFormProps {
  kind: RuleKind;
  book: RuleBook;
  onSaved: (effectiveFrom: string) => void;
  onClose: () => void;
}

/** New rules from a day on. They start from those of that day, and say what they change. */
export function RuleForm({ kind, book, onSaved, onClose }: RuleFormProps) {
  const [effectiveFrom, setEffectiveFrom] = useState(() => firstStart(localToday(), book));
  const [edit, setEdit] = useState(nothingTyped);
  const { mutate, error, isPending } = useSaveRule();
  const draft = draftRule(kind, book.history, effectiveFrom, edit);
  const changes = ruleChanges(rulesBefore(kind, book.history, effectiveFrom), draft);
  const published = findPublished(draft, book);
  const problems = [...checkRule(draft), ...(published === null ? [] : [published])];
  const save = (event: FormEvent) => {
    event.preventDefault();
    mutate(draft, { onSuccess: () => onSaved(effectiveFrom) });
  };
  return (
    <form className="rule-form" onSubmit={save} aria-label={`修改${ruleKindLabels[kind]}`}>
      <LeaveWarning unsaved={edit !== nothingTyped && !isPending} />
      <Field label="自哪天起生效" hint={<StartHint kind={kind} book={book} date={effectiveFrom} />}>
        {(ids) => (
          <Input
            {...ids}
            type="date"
            className="rule-date"
            value={effectiveFrom}
            onChange={({ target }) => setEffectiveFrom(target.value)}
          />
        )}
      </Field>
      <RuleFields draft={draft} onChange={setEdit} />
      <ChangeList changes={changes} />
      {problems.length > 0 && (
        <ul className="rule-problems" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {error !== null && <ErrorNotice title="规则没有保存" error={error} />}
      <div className="rule-actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={isPending}
          disabled={problems.length > 0 || changes.length === 0}
        >
          保存规则
        </Button>
        <Button onClick={onClose} disabled={isPending}>
          取消
        </Button>
      </div>
    </form>
  );
}

const untouched: Record<RuleKind, string> = {
  light: '这一天以前的灯仍按当时的规则。',
  action: '这一天以前发出的，答复期限不变。',
  curve: '只管这一天或以后开始的任务。',
};

/** What the day leaves as it is, and how long the new rules will hold. */
function StartHint({ kind, book, date }: { kind: RuleKind; book: RuleBook; date: string }) {
  const next = supersededOn<RuleKind>(book.history[kind], date);
  return (
    <>
      {untouched[kind]}
      {next !== null && `${dateLabel(next)}起另有规则，新的只管到前一天。`}
    </>
  );
}

function ChangeList({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0) return <p className="muted">与这一天的规则相同，还没有改动。</p>;
  return (
    <ul className="rule-changes" aria-label="改动">
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}
