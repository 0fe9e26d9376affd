import AxeSource from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds serious or critical on the page as it stands: `rule: where, where`. */
export function seriousFindings(page: Page): Promise<string[]> {
  return page.evaluate(async (source) => {
    // The page's policy forbids script elements; the debugger's evaluation is not the page's.
    const load = new Function(`${source}; return window.axe;`) as () => typeof import('axe-core');
    const { violations } = await load().run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, AxeSource.source);
}
