/**
 * Lets the window's messages through. Queries on one connection follow each other without a pause, because their
 * promises settle at once; long work calls this between two of them.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
