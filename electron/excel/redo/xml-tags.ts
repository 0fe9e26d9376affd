/** Reading and changing XML as text: only what has to change is touched, every other byte stays as the unit's program wrote it. */

export interface Tag {
  kind: 'open' | 'close' | 'empty';
  /** With its colon; empty for the default namespace. */
  prefix: string;
  name: string;
  /** 0 for the root. */
  depth: number;
  /** As it stands, brackets included. */
  text: string;
  start: number;
  end: number;
}

/** An element directly below another one. */
export interface XmlElement {
  tag: Tag;
  name: string;
  /** Index behind its closing tag. */
  end: number;
  /** Index of its closing tag; of its end for an empty one. */
  contentEnd: number;
}

const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)([\w.-]+:)?([\w.-]+)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/g;

/** Every tag in order; comments, CDATA and instructions are passed over. */
export function* tagsOf(xml: string): Generator<Tag> {
  let depth = 0;
  for (const match of xml.matchAll(markup)) {
    const [text, slash, prefix = '', name, attributes = ''] = match;
    if (name === undefined) continue;
    const kind = slash === '/' ? 'close' : attributes.endsWith('/') ? 'empty' : 'open';
    if (kind === 'close') depth -= 1;
    yield { kind, prefix, name, depth, text, start: match.index, end: match.index + text.length };
    if (kind === 'open') depth += 1;
  }
}

/** @throws Error when there is none: the part is no XML */
export function rootOf(xml: string): Tag {
  for (const tag of tagsOf(xml)) return tag;
  throw new Error('a part of the package has no root element');
}

/** The children of the root, or of the root's child of that name, in order. */
export function childrenOf(xml: string, parent?: string): XmlElement[] {
  const level = parent === undefined ? 1 : 2;
  const found: XmlElement[] = [];
  let open: Tag | null = null;
  let isInside = parent === undefined;
  for (const tag of tagsOf(xml)) {
    if (level === 2 && tag.depth === 1) isInside = tag.kind === 'open' && tag.name === parent;
    if (!isInside || tag.depth !== level) continue;
    if (tag.kind === 'open') open = tag;
    else {
      found.push({
        tag: open ?? tag,
        name: tag.name,
        end: tag.end,
        contentEnd: open === null ? tag.end : tag.start,
      });
      open = null;
    }
  }
  return found;
}

export function childOf(xml: string, name: string): XmlElement | undefined {
  return childrenOf(xml).find((child) => child.name === name);
}

/** An attribute's value, entities resolved; null when absent. @param name with its prefix, if any */
export function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : unescapeXml(found[1] ?? found[2] ?? '');
}

/** The tag with the attribute set, or with it removed for null. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const written = value === null ? '' : ` ${name}="${escapeXml(value)}"`;
  const present = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  if (present.test(tag)) return tag.replace(present, () => written);
  return tag.replace(/\s*\/?>$/, (end) => `${written}${end.trimStart()}`);
}

/** The prefix, with its colon, that the tag declares for a namespace; null when it declares none. */
export function prefixFor(tag: string, namespace: string): string | null {
  for (const [, prefix, uri] of tag.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g)) {
    if (uri === namespace) return prefix === undefined ? '' : `${prefix}:`;
  }
  return null;
}

export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => (/[\t\n]/.test(character) ? character : ''))
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export interface Edit {
  start: number;
  /** Equal to start for an insertion. */
  end: number;
  text: string;
}

/** What is inserted at a place stands before what is replaced there. */
function inOrder(left: Edit, right: Edit): number {
  return left.start - right.start || left.end - right.end;
}

/** Insertions at the same place stand in the order given. */
export function applyEdits(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted(inOrder)) {
    pieces.push(xml.slice(at, start), text);
    at = end;
  }
  return pieces.join('') + xml.slice(at);
}

/** Inserts before the closing tag of an element; an empty one is opened. */
export function appendInside({ tag, contentEnd }: XmlElement, text: string): Edit {
  if (tag.kind === 'open') return { start: contentEnd, end: contentEnd, text };
  const opened = tag.text.replace(/\s*\/>$/, '>');
  return { start: tag.start, end: tag.end, text: `${opened}${text}</${tag.prefix}${tag.name}>` };
}
