/** On which of its lines the caret of a wrapped text stands; browsers do not say. */

export type EdgeLine = 'first' | 'last';

type TextField = HTMLTextAreaElement | HTMLInputElement;

/** Lays the text out once more, unseen, with marks at its start, the caret and its end. */
function markTops(field: HTMLTextAreaElement, caret: number): [start: number, caret: number, end: number] {
  const copy = document.createElement('div');
  copy.className = `${field.className} caret-copy`;
  const marks = [0, 1, 2].map(() => document.createElement('span')) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  // A text that ends in a line break has a last line only if something stands on it.
  copy.append(marks[0], field.value.slice(0, caret), marks[1], field.value.slice(caret), marks[2], '\u200b');
  field.parentElement?.append(copy);
  const tops = marks.map((mark) => mark.offsetTop) as [number, number, number];
  copy.remove();
  return tops;
}

/** A field of one line is on its first and last at once. */
export function caretOnLine(field: TextField, edge: EdgeLine): boolean {
  if (field instanceof HTMLInputElement) return true;
  const [start, caret, end] = markTops(field, field.selectionStart);
  return caret === (edge === 'first' ? start : end);
}
