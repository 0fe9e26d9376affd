import { type ReactNode, useId } from 'react';
import './field.css';

/** What ties a control to its label and hint. */
export interface FieldIds {
  id: string;
  'aria-describedby'?: string;
}

interface FieldProps {
  label: string;
  /** Under the control: what to type, or why it is asked. */
  hint?: ReactNode;
  /** Spread `ids` on the control. */
  children: (ids: FieldIds) => ReactNode;
}

/** A label over its control. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(hint === undefined ? { id } : { id, 'aria-describedby': hintId })}
      {hint !== undefined && (
        <div id={hintId} className="field-hint">
          {hint}
        </div>
      )}
    </div>
  );
}
