import { run } from '../bootstrap/child.mjs';
import { inProject } from '../bootstrap/project.mjs';
import { Stop, say } from '../bootstrap/say.mjs';
import { ensureBundle } from '../setup/bundle.ts';
import { aptCommand, isRoot, missingSystemPackages, type Purpose } from '../setup/debian.ts';
import { prepareElectron } from '../setup/electron.ts';
import { checkSources } from './check.ts';

/**
 * Every test of the project; with arguments only what vitest makes of them.
 * @param args file filters and options for vitest
 */
export async function execute(args: string[]): Promise<number> {
  await prepareElectron(spreadsheetPrograms());
  const sound = args.length > 0 || (await checkSources());
  const built = await bundles();
  const tests = await run(process.execPath, [
    inProject('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...(built ? [] : ['--project=!e2e']),
    ...args,
  ]);
  return sound && built ? tests : tests || 1;
}

async function bundles(): Promise<boolean> {
  try {
    await ensureBundle();
    return true;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`${error.message}窗口测试无法运行，其余测试继续。`);
    return false;
  }
}

/** Tests against an independent spreadsheet program run where there is one; root can have it installed. */
function spreadsheetPrograms(): Purpose[] {
  const missing = missingSystemPackages(['spreadsheets']);
  if (missing.length === 0 || isRoot()) return ['spreadsheets'];
  say(`没有 LibreOffice 或 poppler，用到它们的测试将跳过；可执行：sudo ${aptCommand(missing)}`);
  return [];
}
