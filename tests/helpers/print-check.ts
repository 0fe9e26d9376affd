/** Makes a text that a row is too low for disappear from print, where it can be missed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Of a line of body text, in points, when LibreOffice sets it in Noto CJK. */
const lineHeight = 15;

/**
 * A copy in which each text starts at the top of its cell and each row is one line lower. A renderer leaves out
 * the lines that begin below their cell, so what is still printed of the copy had its whole line in the original.
 */
export function tightenRows(file: string, copy: string): void {
  const entries = unzipSync(readFileSync(file));
  for (const [name, bytes] of Object.entries(entries)) {
    if (name === 'xl/styles.xml') {
      entries[name] = strToU8(strFromU8(bytes).replaceAll('vertical="center"', 'vertical="top"'));
    }
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) {
      const lower = (_: string, height: string) => ` ht="${Math.max(1, Number(height) - lineHeight)}"`;
      entries[name] = strToU8(strFromU8(bytes).replace(/ ht="([\d.]+)"/g, lower));
    }
  }
  writeFileSync(copy, zipSync(entries));
}
