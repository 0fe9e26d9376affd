/** The parser writes its doubts about a file to the console, where a command line's one Chinese line belongs. */
export function quietly<Value>(work: () => Value): Value {
  const { error, warn, log } = console;
  const silent = () => {};
  Object.assign(console, { error: silent, warn: silent, log: silent });
  try {
    return work();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}
