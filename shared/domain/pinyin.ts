/** Pinyin initials, the way people find a name on an office PC: 重庆 → cq, 区发改局 → qfgj. */
import { pinyin } from 'pinyin-pro';

/**
 * Characters of everyday office Chinese and of names whose readings begin with different letters. A table and not
 * the dictionary's list of readings: that knows 区 as o and 大 as t, and would find what nobody meant.
 */
const polyphoneTable =
  '重zc 长cz 行xh 乐ly 朝cz 调dt 会hk 率ls 系xj 降jx 校xj 传cz 参cs 省sx 单dsc 强qj 提td 解jx 查cz 车cj ' +
  '石sd 识sz 属sz 弹dt 藏cz 曾zc 盛sc 厦sx 宿sx 畜cx 堡bp 番fp 种zc 将jq 折zs 券qx 给gj 期qj 圈qj 卡kq ' +
  '拓tz 遗yw 涌yc 巷xh 陶ty 术sz 厂cy 仇qc 贾jg 尉wy 召zs 纤xq 覃qt 翟zd 晟cs 洗xs 澄cd 圩wx 埔pb 浒hx 莞gw 柜gj';

const polyphones = new Map(
  polyphoneTable.split(' ').map((entry) => [entry.slice(0, 1), [...entry.slice(1)]] as const),
);

const searchableRun = /[\p{Script=Han}A-Za-z0-9]+/gu;
const typeable = /^[a-z0-9]$/;

/** How many letters of its surroundings stand on each side of a polyphone read the other way. */
const surroundings = 5;

interface Run {
  /** One entry a character. */
  characters: string[];
  /** The letter of each character's reading in this word; letters and digits stand for themselves. */
  letters: string[];
}

/**
 * The initials of a text in lower case, each character read as its word asks (重庆 cq, 重大 zd). Letters and
 * digits are kept, everything else is left out.
 */
export function pinyinInitials(text: string): string {
  return runsOf(text)
    .map((run) => run.letters.join(''))
    .join('');
}

/**
 * The initials of a text for finding a part of it: one word a run between punctuation marks. A dictionary does not
 * know every place (乐清 is yq here), and people misread names: so each polyphone also stands in its surroundings
 * with its other readings, one misread character at a time.
 */
export function searchableInitials(text: string): string {
  const words = runsOf(text).flatMap((run) => [run.letters.join(''), ...otherReadings(run)]);
  return [...new Set(words)].join(' ');
}

function runsOf(text: string): Run[] {
  return (text.normalize('NFKC').match(searchableRun) ?? []).map((run) => {
    const characters = [...run];
    const read = pinyin(run, { pattern: 'first', toneType: 'none', type: 'array' });
    const letters = read.map((letter) => letter.toLowerCase());
    return { characters, letters: letters.map((letter) => (typeable.test(letter) ? letter : '')) };
  });
}

function otherReadings({ characters, letters }: Run): string[] {
  return characters.flatMap((character, index) => {
    const others = (polyphones.get(character) ?? []).filter((letter) => letter !== letters[index]);
    const before = letters.slice(Math.max(0, index - surroundings), index).join('');
    const after = letters.slice(index + 1, index + 1 + surroundings).join('');
    return others.map((letter) => before + letter + after);
  });
}
