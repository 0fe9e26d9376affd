/** The unit a title, a filing line or a file name speaks of. */
import type { UnitEntry } from '../unit.ts';
import { createUnitResolver, foldUnitName } from '../unit-name.ts';

/** Answers the canonical name, or null for no unit or more than one. */
export interface UnitFinder {
  /** A whole name: of the meta sheet, or behind 「填报单位：」. */
  named(text: string): string | null;
  /** The one unit mentioned anywhere in the text. */
  mentionedIn(text: string): string | null;
  /** The unit behind 「填报单位（盖章）：」; `printed` where the directory does not know it. */
  filedBy(texts: readonly string[]): { unit: string | null; printed: string } | null;
}

const filingLabel =
  /(?:填报|报送|上报|填表|牵头|责任)?(?:单位|部门)(?:名称)?(?:[(（][^)）]*[)）])?\s*[:：]\s*/;
const behindName =
  /\s{2,}|(?:填报|填表|报送|制表|联系|审核|日期|时间|负责|分管|电话|报告期|[(（]?(?:盖章|公章))/;

/** 「单位：万元」 is a unit of measure. */
const measure =
  /^(?:人民币)?[千万亿百]*(?:美?元|人次?|个|亩|平方米|公顷|公里|吨|%|家|户|套|项|件|天)(?:[、，,/].*)?$/;

/** 「报区政府办公室」 names whom it goes to, not who filed it. */
const addressing = new Set('报送给至致呈请由向');

interface KnownName {
  folded: string;
  unit: string;
}

function knownNames(directory: readonly UnitEntry[]): KnownName[] {
  return directory
    .filter(({ kind }) => kind !== 'group')
    .flatMap(({ name, aliases }) =>
      [name, ...aliases].map((known) => ({ folded: foldUnitName(known), unit: name })),
    )
    .sort((left, right) => right.folded.length - left.folded.length);
}

/** Longer names first and each place used once: 团区委 is not 区委, 区委办公室 not 办公室. */
function unitsMentioned(names: readonly KnownName[], text: string): Set<string> {
  let rest = foldUnitName(text);
  const units = new Set<string>();
  for (const { folded, unit } of names) {
    if (folded === '') continue;
    for (let at = rest.indexOf(folded); at >= 0; at = rest.indexOf(folded)) {
      if (!addressing.has(rest[at - 1] ?? '')) units.add(unit);
      rest = `${rest.slice(0, at)}|${rest.slice(at + folded.length)}`;
    }
  }
  return units;
}

function only(units: ReadonlySet<string>): string | null {
  const [first, second] = units;
  return first !== undefined && second === undefined ? first : null;
}

export function createUnitFinder(directory: readonly UnitEntry[]): UnitFinder {
  const resolve = createUnitResolver(directory);
  const names = knownNames(directory);
  const named = (text: string) => {
    const found = resolve(text.trim());
    if (found === null || found.unit.kind === 'group') return null;
    return found.unit.name;
  };
  const mentionedIn = (text: string) => only(unitsMentioned(names, text));
  return {
    named,
    mentionedIn,
    filedBy(texts) {
      for (const [index, text] of texts.entries()) {
        const label = filingLabel.exec(text);
        if (label === null) continue;
        const behind = text.slice(label.index + label[0].length).trim() || (texts[index + 1] ?? '');
        const printed = (behind.split(behindName)[0] ?? '').trim();
        if (printed !== '' && !measure.test(printed))
          return { unit: named(printed) ?? mentionedIn(printed), printed };
      }
      return null;
    },
  };
}
