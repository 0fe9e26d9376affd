/** Timing two pieces of work side by side, so that what slows the machine slows both. */

/** One line of `npm run bench`. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ratio' | 'ms' | 'MB';
  /** Medians: milliseconds, or megabytes for memory. */
  ours: number;
  baseline: number;
  /** Measured runs of each side. */
  runs: number;
}

/** Says on stderr how far a bench is. */
export type Remark = (text: string) => void;

export interface Bench {
  /** The name its figure bears and the command line takes. */
  name: string;
  measure: (remark: Remark) => Promise<Figure>;
}

/** Does the work and answers what was measured of it; what it prepares or clears away does not count. */
export type Measured = () => Promise<number>;

export interface Sides {
  ours: Measured;
  baseline: Measured;
}

/** The middle value, or the mean of the two middle ones. @throws RangeError for none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 1 ? upper : sorted[middle - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no values to take the median of');
  return (lower + upper) / 2;
}

/** Milliseconds the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Runs both sides in turn and answers their medians. Who goes first changes from run to run.
 * @param warmUps runs of each side before those that count
 */
export async function interleave(
  sides: Sides,
  { runs, warmUps = 1 }: { runs: number; warmUps?: number },
): Promise<{ ours: number; baseline: number; runs: number }> {
  const values = { ours: [] as number[], baseline: [] as number[] };
  for (let run = -warmUps; run < runs; run += 1) {
    const order = run % 2 === 0 ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const);
    for (const side of order) {
      const value = await sides[side]();
      if (run >= 0) values[side].push(value);
    }
  }
  return { ours: median(values.ours), baseline: median(values.baseline), runs };
}

/** The figure of a comparison: ours ÷ baseline. */
export function ratioFigure(name: string, medians: Omit<Figure, 'name' | 'value' | 'unit'>): Figure {
  return { name, value: medians.ours / medians.baseline, unit: 'ratio', ...medians };
}
