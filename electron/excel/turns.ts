/** One after the other: each piece of work starts when those before it have ended, well or badly. */
export type TakeTurns = <Value>(work: () => Promise<Value>) => Promise<Value>;

export function createTurns(): TakeTurns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}
