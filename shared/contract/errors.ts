/** Expected failures. Anything else that is thrown is a defect and reaches the window as `internal`. */

export type ErrorCode =
  | 'bad_input'
  | 'bad_seed'
  | 'not_found'
  | 'stale'
  | 'file_unreadable'
  | 'file_unwritable'
  | 'location_refused'
  | 'database_newer'
  | 'database_damaged'
  | 'cancelled'
  | 'untrusted_sender'
  | 'internal';

/** What a caller may show beside the message; plain JSON. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A failure a person can act on. The message is one Chinese sentence or two: what happened, to which file or
 * row, and what to do.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
