/** An Office Open XML package as its parts, and the relations between them. */
import {
  appendInside,
  applyEdits,
  attributeOf,
  childrenOf,
  escapeXml,
  rootOf,
  type XmlElement,
} from './xml-tags.ts';

export interface Relation {
  id: string;
  /** The last word of its type: `worksheet`, `styles`, `comments`, `vmlDrawing`. */
  kind: string;
  /** The part's name in the package. */
  target: string;
}

export interface OfficeParts {
  has: (name: string) => boolean;
  names: () => string[];
  /** @throws Error when absent or not UTF-8 */
  text: (name: string) => string;
  write: (name: string, text: string) => void;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const byteOrderMark = '\uFEFF';

/**
 * Names of parts are the same whatever their case.
 * @param contents changed by writing
 */
export function officeParts(contents: Map<string, Uint8Array>): OfficeParts {
  const written = new Map([...contents.keys()].map((name) => [name.toLowerCase(), name]));
  const nameOf = (name: string) => written.get(name.toLowerCase()) ?? name;
  return {
    has: (name) => written.has(name.toLowerCase()),
    names: () => [...contents.keys()],
    text(name) {
      const bytes = contents.get(nameOf(name));
      if (bytes === undefined) throw new Error(`the package has no ${name}`);
      return decoder.decode(bytes).replace(byteOrderMark, '');
    },
    write(name, text) {
      contents.set(nameOf(name), new TextEncoder().encode(text));
      written.set(name.toLowerCase(), nameOf(name));
    },
  };
}

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Targets are relative to the part's folder, or to the package when they begin with a slash. */
function resolveTarget(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

/** @param part empty for the package's own relations */
export function relationsOf(parts: OfficeParts, part: string): Relation[] {
  const name = relationsName(part);
  if (!parts.has(name)) return [];
  return childrenOf(parts.text(name)).flatMap(({ tag: { text } }) => {
    if (attributeOf(text, 'TargetMode') === 'External') return [];
    const kind = (attributeOf(text, 'Type') ?? '').replace(/^.*\//, '');
    const target = resolveTarget(part, attributeOf(text, 'Target') ?? '');
    return [{ id: attributeOf(text, 'Id') ?? '', kind, target }];
  });
}

function rootElement(xml: string): XmlElement {
  const tag = rootOf(xml);
  const contentEnd = tag.kind === 'empty' ? tag.end : xml.lastIndexOf('</');
  return { tag, name: tag.name, end: xml.length, contentEnd };
}

/** As programs write targets: some readers take no other form. */
function relativeTarget(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** @param type in full @returns the relation's id */
export function addRelation(parts: OfficeParts, part: string, type: string, target: string): string {
  const name = relationsName(part);
  const xml = parts.has(name)
    ? parts.text(name)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${packageRelations}"/>`;
  const taken = new Set(childrenOf(xml).map(({ tag }) => attributeOf(tag.text, 'Id')));
  let number = 1;
  while (taken.has(`rIdDuban${number}`)) number += 1;
  const id = `rIdDuban${number}`;
  const root = rootElement(xml);
  const { prefix } = root.tag;
  const relation = `<${prefix}Relationship Id="${id}" Type="${escapeXml(type)}" Target="${escapeXml(relativeTarget(part, target))}"/>`;
  parts.write(name, applyEdits(xml, [appendInside(root, relation)]));
  return id;
}

const contentTypes = '[Content_Types].xml';

/** Declares a part's type, by its name or by its ending, unless that is declared already. */
export function declareType(
  parts: OfficeParts,
  what: { part: string } | { extension: string },
  type: string,
): void {
  const xml = parts.text(contentTypes);
  const [element, attribute, value] =
    'part' in what ? ['Override', 'PartName', `/${what.part}`] : ['Default', 'Extension', what.extension];
  const isDeclared = childrenOf(xml).some(
    ({ name, tag }) =>
      name === element && attributeOf(tag.text, attribute)?.toLowerCase() === value.toLowerCase(),
  );
  if (isDeclared) return;
  const root = rootElement(xml);
  const entry = `<${root.tag.prefix}${element} ${attribute}="${escapeXml(value)}" ContentType="${type}"/>`;
  parts.write(contentTypes, applyEdits(xml, [appendInside(root, entry)]));
}

/** The declared type of a part; null when none is. */
export function typeOf(parts: OfficeParts, part: string): string | null {
  const found = childrenOf(parts.text(contentTypes)).find(
    ({ tag }) => attributeOf(tag.text, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase(),
  );
  return found === undefined ? null : attributeOf(found.tag.text, 'ContentType');
}

/** `folder/stem1.ending`, with the first number that is free. */
export function freeName(parts: OfficeParts, stem: string, ending: string): string {
  const taken = new Set(parts.names().map((name) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`${stem}${number}${ending}`.toLowerCase())) number += 1;
  return `${stem}${number}${ending}`;
}
