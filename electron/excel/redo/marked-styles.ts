/** The styles part with a coloured twin of each style that a faulty cell has: everything else of the style stays. */
import {
  appendInside,
  applyEdits,
  childOf,
  childrenOf,
  type Edit,
  withAttribute,
  type XmlElement,
} from './xml-tags.ts';

/** Light red: seen at once, text on it stays readable, also in print. */
export const markColor = 'FFFFC7CE';

export interface MarkedStyles {
  xml: string;
  /** Index of the coloured twin by the index of the style. */
  twins: Map<number, number>;
}

function markFill(prefix: string): string {
  const p = prefix;
  const colors = `<${p}fgColor rgb="${markColor}"/><${p}bgColor indexed="64"/>`;
  return `<${p}fill><${p}patternFill patternType="solid">${colors}</${p}patternFill></${p}fill>`;
}

function twinOf(xml: string, { tag, end }: XmlElement, fillId: number): string {
  const opened = withAttribute(withAttribute(tag.text, 'fillId', String(fillId)), 'applyFill', '1');
  return opened + xml.slice(tag.end, end);
}

/** Appends to a counted list. */
function appendCounted(list: XmlElement, before: number, added: readonly string[]): Edit[] {
  const text = withAttribute(list.tag.text, 'count', String(before + added.length));
  const tag = { ...list.tag, text };
  if (tag.kind === 'empty') return [appendInside({ ...list, tag }, added.join(''))];
  return [{ start: tag.start, end: tag.end, text }, appendInside(list, added.join(''))];
}

/** @throws Error when the part lacks the lists every program writes */
export function addMarkedStyles(xml: string, styles: readonly number[]): MarkedStyles {
  const fills = childOf(xml, 'fills');
  const formats = childOf(xml, 'cellXfs');
  const present = childrenOf(xml, 'cellXfs');
  const [usual] = present;
  if (fills === undefined || formats === undefined || usual === undefined) {
    throw new Error('the styles part has no fills or no cell formats');
  }
  const fillId = childrenOf(xml, 'fills').length;
  const distinct = [...new Set(styles)];
  const added = distinct.map((style) => twinOf(xml, present[style] ?? usual, fillId));
  const edits = [
    ...appendCounted(fills, fillId, [markFill(fills.tag.prefix)]),
    ...appendCounted(formats, present.length, added),
  ];
  const twins = new Map(distinct.map((style, index) => [style, present.length + index]));
  return { xml: applyEdits(xml, edits), twins };
}
