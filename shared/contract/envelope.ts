/** Electron passes only an Error's message across IPC, so every answer travels in an envelope. */
import { AppError, type ErrorCode, type ErrorDetails } from './errors.ts';

export type Envelope<Value> =
  | { ok: true; value: Value }
  | { ok: false; error: { code: ErrorCode; message: string; details: ErrorDetails } };

const internalMessage =
  '程序内部出错，操作没有完成，数据没有改动。请重试；若再次出现，请把日志交给维护人员。';

/** Wraps a failure for the trip. A defect's own text stays in the log and does not reach the window. */
export function failureEnvelope(error: unknown): Envelope<never> {
  if (error instanceof AppError) {
    return { ok: false, error: { code: error.code, message: error.message, details: error.details } };
  }
  return { ok: false, error: { code: 'internal', message: internalMessage, details: {} } };
}

/** @throws AppError with the code, message and details that were sent. */
export function unwrapEnvelope<Value>(envelope: Envelope<Value>): Value {
  if (envelope.ok) return envelope.value;
  throw new AppError(envelope.error.code, envelope.error.message, envelope.error.details);
}
