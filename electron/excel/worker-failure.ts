/** Errors on their way out of the worker: structured cloning would keep only their message. */
import { AppError } from '#shared/contract/errors.ts';
import type { FailureMessage } from './worker-protocol.ts';

function systemCode(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

export function packFailure(error: unknown): FailureMessage {
  if (error instanceof AppError) {
    return { kind: 'expected', code: error.code, message: error.message, details: error.details };
  }
  if (!(error instanceof Error)) return { kind: 'defect', message: String(error), stack: '' };
  const code = systemCode(error);
  if (code !== null) return { kind: 'system', code, message: error.message };
  return { kind: 'defect', message: error.message, stack: error.stack ?? '' };
}

/** The same error again; one of the operating system keeps its code. */
export function unpackFailure(failure: FailureMessage): Error {
  switch (failure.kind) {
    case 'expected':
      return new AppError(failure.code, failure.message, failure.details);
    case 'system':
      return Object.assign(new Error(failure.message), { code: failure.code });
    case 'defect':
      return Object.assign(new Error(failure.message), { stack: failure.stack });
  }
}
