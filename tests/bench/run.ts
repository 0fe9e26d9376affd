/** `npm run bench [names…]`: one JSON line a figure on stdout, everything else on stderr. */
import { idleMemory } from './idle-memory.ts';
import { ledgerExport } from './ledger-export.ts';
import { lights20k } from './lights.ts';
import { mainLoop } from './main-loop.ts';
import type { Bench, Figure } from './measure.ts';
import { returnDesk } from './return-desk.ts';
import { returnImport } from './return-import.ts';
import { scoreYear } from './score-year.ts';
import { startToInteractive } from './start-to-interactive.ts';
import { taskQuery } from './task-query.ts';
import { workerMemory } from './worker-memory.ts';

const benches: readonly Bench[] = [
  ledgerExport,
  returnImport,
  returnDesk,
  workerMemory,
  taskQuery,
  lights20k,
  scoreYear,
  mainLoop,
  startToInteractive,
  idleMemory,
];

const longestFailure = 2_000;

function say(name: string, text: string): void {
  process.stderr.write(`${name}: ${text}\n`);
}

function rounded(figure: Figure): Figure {
  const round = (value: number) => Math.round(value * 100) / 100;
  const { value, ours, baseline } = figure;
  return { ...figure, value: round(value), ours: round(ours), baseline: round(baseline) };
}

/** A failed launch comes with all that Electron ever wrote. */
function describe(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.length > longestFailure ? `${text.slice(0, longestFailure)}…` : text;
}

/** @returns whether there is a figure */
async function measureOne({ name, measure }: Bench): Promise<boolean> {
  say(name, 'measuring');
  try {
    const figure = await measure((text) => say(name, text));
    process.stdout.write(`${JSON.stringify(rounded(figure))}\n`);
    return true;
  } catch (error) {
    say(name, `failed: ${describe(error)}`);
    return false;
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.some((bench) => bench.name === name));
for (const name of unknown) say(name, `unknown; there are ${benches.map((bench) => bench.name).join(', ')}`);
let isWhole = unknown.length === 0;
for (const bench of benches) {
  if (asked.length > 0 && !asked.includes(bench.name)) continue;
  if (!(await measureOne(bench))) isWhole = false;
}
process.exitCode = isWhole ? 0 : 1;
