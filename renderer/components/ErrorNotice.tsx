import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';

interface ErrorNoticeProps {
  /** Its message is shown as it is: an AppError's is written for the person at the screen. */
  error: Error;
  /** What could not be done; the message follows it. */
  title?: string;
  onRetry?: () => void;
  /** Further ways out, beside 重试. */
  actions?: ReactNode;
}

/** A failure, what it means, and what can be done about it. */
export function ErrorNotice({ error, title, onRetry, actions }: ErrorNoticeProps) {
  const retry = onRetry && (
    <Button size="small" onClick={onRetry}>
      重试
    </Button>
  );
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={title ?? error.message}
      description={title === undefined ? undefined : error.message}
      action={
        <span className="notice-actions">
          {actions}
          {retry}
        </span>
      }
    />
  );
}
