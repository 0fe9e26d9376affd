/** The boxes notes are shown in: the old drawing language (VML) that Excel, WPS and LibreOffice all still ask for. */
import type { CellPlace } from './marks.ts';

export const vmlContentType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

const namespaces = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;
const declarations = Object.entries(namespaces)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** Shapes of a drawing are numbered within a block of 1,024. */
const blockSize = 1_024;
const shapeType = '_x0000_t202';
const noteColumns = 3;
const lastColumn = 16_383;
/** About as many characters as stand on a line of a note of three usual columns, and its lines in sheet rows. */
const charactersPerLine = 15;
const fewestRows = 4;
const mostRows = 16;

export interface NoteBox extends CellPlace {
  text: string;
}

function rowsFor(text: string): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0);
  return Math.min(mostRows, Math.max(fewestRows, lines + 1));
}

/** Left column, offset, top row, offset, right column, offset, bottom row, offset; offsets in pixels. */
function anchorOf({ row, column, text }: NoteBox): string {
  const left = Math.min(column + 1, lastColumn - noteColumns);
  return [left, 15, Math.max(0, row - 1), 10, left + noteColumns, 15, row - 1 + rowsFor(text), 4].join(', ');
}

function shape(box: NoteBox, id: number): string {
  return [
    `<v:shape ${declarations} id="_x0000_s${id}" type="#${shapeType}" `,
    `style="position:absolute;margin-left:80pt;margin-top:2pt;width:170pt;height:80pt;z-index:${id % blockSize};visibility:hidden" `,
    'fillcolor="#ffffe1" o:insetmode="auto">',
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${anchorOf(box)}</x:Anchor><x:AutoFill>False</x:AutoFill>`,
    `<x:Row>${box.row}</x:Row><x:Column>${box.column}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}

const typeDeclaration = [
  `<v:shapetype ${declarations} id="${shapeType}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">`,
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
].join('');

function shapes(boxes: readonly NoteBox[], firstId: number): string {
  return boxes.map((box, index) => shape(box, firstId + index)).join('');
}

/** @param block a number no other drawing of the workbook uses */
export function newDrawing(boxes: readonly NoteBox[], block: number): string {
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>`;
  return `<xml ${declarations}>${layout}${typeDeclaration}${shapes(boxes, block * blockSize + 1)}</xml>`;
}

/** The blocks of shape numbers a drawing claims. */
export function drawingBlocks(vml: string): number[] {
  const claimed = [...vml.matchAll(/idmap[^>]*\sdata\s*=\s*["']([\d,\s]+)["']/g)];
  const used = [...vml.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Math.floor(Number(id) / blockSize));
  return [...claimed.flatMap(([, list = '']) => list.split(',').map(Number)), ...used];
}

/** @throws Error for a drawing that does not end as one */
export function extendDrawing(vml: string, boxes: readonly NoteBox[]): string {
  const end = vml.lastIndexOf('</xml>');
  if (end < 0) throw new Error('the drawing of the notes has no end');
  const highest = [...vml.matchAll(/_x0000_s(\d+)/g)].reduce((most, [, id]) => Math.max(most, Number(id)), 0);
  const [block = 1] = drawingBlocks(vml);
  const declared = vml.includes(`id="${shapeType}"`) ? '' : typeDeclaration;
  const added = shapes(boxes, Math.max(highest, block * blockSize) + 1);
  return vml.slice(0, end) + declared + added + vml.slice(end);
}
