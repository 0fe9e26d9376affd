import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { localToday } from '../../components/today.ts';

interface DateFieldProps {
  label: string;
  /** `YYYY-MM-DD` */
  value: string;
  onCommit: (date: string) => void;
  /** Days still to come may be chosen. */
  allowsFuture?: boolean;
}

/** A day; taken over when the field is left or on Enter, as a half-typed one means nothing. */
export function DateField({ label, value, onCommit, allowsFuture = false }: DateFieldProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    if (draft === '') setDraft(value);
    else if (draft !== value) onCommit(draft);
  };
  return (
    <Input
      type="date"
      className="date-field"
      aria-label={label}
      value={draft}
      {...(allowsFuture ? { min: localToday() } : { max: localToday() })}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}
