/** The marks by which a row names its task: the hidden id of our form, the code, the running number. */
import { taskCodePattern } from '../task.ts';
import { foldWidth } from '../text.ts';

/** `<formId>:<task code>`, from the hidden column of a fill-in workbook. */
export interface HiddenId {
  formId: string;
  code: string;
}

const dashes = /[\u2010-\u2015\u2212]/g;

function plain(text: string): string {
  return foldWidth(text).replace(dashes, '-').trim();
}

/** A code that stands alone or begins the text: 「Z02-18 全力争取…」; full-width and lower case folded. */
export function codeIn(text: string): string | null {
  const start = plain(text)
    .slice(0, 12)
    .toUpperCase()
    .replace(/\s*-\s*/, '-');
  const found = taskCodePattern.exec(start);
  return found?.index === 0 ? found[0] : null;
}

export function hiddenIdIn(text: string): HiddenId | null {
  const match = /^([0-9A-Za-z][0-9A-Za-z_-]{5,63}):([ZM]\d{2}-\d{2,3})$/.exec(text.trim());
  const [, formId, code] = match ?? [];
  return formId === undefined || code === undefined ? null : { formId, code };
}

/** 3, 「3.」, 「（3）」: a running number of up to three digits; null for anything else. */
export function ordinalIn(text: string): number | null {
  const match = /^[(（]?(\d{1,3})(?:\.0)?[)）]?[.、]?$/.exec(plain(text));
  const number = Number(match?.[1]);
  return number > 0 ? number : null;
}

/** The text without the ordinal or code a unit put before it: 「3.」, 「（三）」, 「Z02-18」. */
export function withoutOrdinal(text: string): string {
  return plain(text)
    .replace(/^[ZMzm]\d{2}\s*-\s*\d{2,3}\s*[:：、.]?\s*/, '')
    .replace(
      /^(?:[(（](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,3}|[一二三四五六七八九十]{1,3})[、.．](?!\d))\s*/,
      '',
    );
}
