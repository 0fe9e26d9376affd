/** The comments part of a sheet: notes added to whatever notes the unit's people left. */
import { cellAddress } from '#shared/domain/sheet.ts';
import { type CellMark, noteAuthor } from './marks.ts';
import {
  appendInside,
  applyEdits,
  attributeOf,
  childOf,
  childrenOf,
  type Edit,
  escapeXml,
  rootOf,
  tagsOf,
  type XmlElement,
} from './xml-tags.ts';

export const commentsContentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

function run(prefix: string, text: string): string {
  const p = prefix;
  const font = `<${p}rPr><${p}sz val="10"/><${p}rFont val="宋体"/><${p}family val="3"/><${p}charset val="134"/></${p}rPr>`;
  return `<${p}r>${font}<${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`;
}

function comment(prefix: string, { row, column, text }: CellMark, authorId: number): string {
  const p = prefix;
  const head = `<${p}comment ref="${cellAddress(row, column)}" authorId="${authorId}">`;
  return `${head}<${p}text>${run(p, text)}</${p}text></${p}comment>`;
}

/** A part for a sheet that had none. @param namespace of the sheet: strict files use one of their own */
export function newComments(namespace: string, marks: readonly CellMark[]): string {
  const comments = marks.map((mark) => comment('', mark, 0)).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<comments xmlns="${namespace}"><authors><author>${noteAuthor}</author></authors>`,
    `<commentList>${comments}</commentList></comments>`,
  ].join('');
}

/** Addresses that have a note. */
export function commentedCells(xml: string): string[] {
  return childrenOf(xml, 'commentList').flatMap(({ tag }) => attributeOf(tag.text, 'ref') ?? []);
}

/** Plain text becomes a run, for a run after plain text is not shown. */
function appendToComment(xml: string, { tag, contentEnd }: XmlElement, text: string): Edit {
  const inside = xml.slice(tag.end, contentEnd);
  const tags = [...tagsOf(inside)];
  const opened = tags.find(({ name, depth, kind }) => name === 'text' && depth === 0 && kind === 'open');
  const closed = tags.findLast(({ name, depth, kind }) => name === 'text' && depth === 0 && kind === 'close');
  const added = run(tag.prefix, `\n${text}`);
  if (opened === undefined || closed === undefined) {
    return { start: tag.end, end: contentEnd, text: `<${tag.prefix}text>${added}</${tag.prefix}text>` };
  }
  const content = inside.slice(opened.end, closed.start);
  const plain = new RegExp(`^\\s*<${tag.prefix}t[\\s>][\\s\\S]*?</${tag.prefix}t>`);
  const runs = content.replace(plain, (words) => `<${tag.prefix}r>${words.trim()}</${tag.prefix}r>`);
  const phonetic = runs.search(new RegExp(`<${tag.prefix}(rPh|phoneticPr)[\\s>/]`));
  const at = phonetic < 0 ? runs.length : phonetic;
  return {
    start: tag.end + opened.end,
    end: tag.end + closed.start,
    text: runs.slice(0, at) + added + runs.slice(at),
  };
}

/**
 * Old notes stay; one on a marked cell is continued, because a cell has only one.
 * @throws Error for a part that is no list of comments
 */
export function extendComments(xml: string, marks: readonly CellMark[]): string {
  const authors = childOf(xml, 'authors');
  const list = childOf(xml, 'commentList');
  if (authors === undefined || list === undefined) throw new Error('the comments part has no list');
  const { prefix } = rootOf(xml);
  const authorId = childrenOf(xml, 'authors').length;
  const existing = new Map(
    childrenOf(xml, 'commentList').map((element) => [attributeOf(element.tag.text, 'ref'), element]),
  );
  const edits = [appendInside(authors, `<${prefix}author>${noteAuthor}</${prefix}author>`)];
  let added = '';
  for (const mark of marks) {
    const found = existing.get(cellAddress(mark.row, mark.column));
    if (found === undefined) added += comment(prefix, mark, authorId);
    else edits.push(appendToComment(xml, found, mark.text));
  }
  if (added !== '') edits.push(appendInside(list, added));
  return applyEdits(xml, edits);
}
