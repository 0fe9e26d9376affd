/** CHECK expressions shared by the tables of migration 0010; frozen with it. */

const year = '[0-9][0-9][0-9][0-9]';
const monthAndDay = '[01][0-9]-[0-3][0-9]';

/** `YYYY-MM-DD` */
export function isDate(column: string): string {
  return `${column} GLOB '${year}-${monthAndDay}'`;
}

/** ISO 8601 in UTC, as Date.prototype.toISOString writes it. */
export function isInstant(column: string): string {
  return `${column} GLOB '${year}-${monthAndDay}T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'`;
}

/** `2024-06` or `2024-Q2` */
export function isPeriod(column: string): string {
  return `(${column} GLOB '${year}-[01][0-9]' OR ${column} GLOB '${year}-Q[1-4]')`;
}

export function isFilled(column: string): string {
  return `trim(${column}) <> ''`;
}

/** A SHA-256 in lower-case hex. */
export function isDigest(column: string): string {
  return `length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*'`;
}
