import { run } from '../bootstrap/child.mjs';
import { inProject } from '../bootstrap/project.mjs';
import { say } from '../bootstrap/say.mjs';

const tool = (...parts: string[]) => inProject('node_modules', ...parts);

/** Types, lint, format and the import rules; every part runs even when one before it fails. */
export async function execute(): Promise<number> {
  const sound = await checkSources();
  const rules = await run(process.execPath, [
    tool('vitest', 'vitest.mjs'),
    'run',
    '--project=node',
    'tests/architecture.test.ts',
  ]);
  return sound && rules === 0 ? 0 : 1;
}

/** What no test runner covers: types, lint and format. */
export async function checkSources(): Promise<boolean> {
  const types = await run(process.execPath, [tool('typescript', 'bin', 'tsc'), '--noEmit']);
  const style = await run(process.execPath, [tool('@biomejs', 'biome', 'bin', 'biome'), 'check']);
  if (types !== 0) say('类型检查未通过，见上。');
  if (style !== 0) say('代码规范检查未通过，见上。');
  return types === 0 && style === 0;
}
