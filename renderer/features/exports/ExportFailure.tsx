import { Alert } from 'antd';
import type { AppError } from '#shared/contract/errors.ts';
import { asAppError } from '../../api/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface ExportFailureProps {
  error: AppError | Error | null;
  /** What was to be exported: 台账. */
  what: string;
}

/** Cancelling is not shown as something that went wrong; the message says what was written before it. */
export function ExportFailure({ error, what }: ExportFailureProps) {
  if (error === null) return null;
  if (asAppError(error).code === 'cancelled') {
    return <Alert type="info" role="status" title={error.message} />;
  }
  return <ErrorNotice title={`${what}没有导出`} error={error} />;
}
