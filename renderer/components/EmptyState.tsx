import type { ReactNode } from 'react';
import './states.css';

interface EmptyStateProps {
  title: string;
  /** What to do about it. */
  hint?: ReactNode;
  action?: ReactNode;
}

/** Says that there is nothing here, and what would change that. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="state" role="status">
      <p className="state-title">{title}</p>
      {hint !== undefined && <p className="state-hint">{hint}</p>}
      {action}
    </div>
  );
}
