/** 完成比例 in every way people write it; what is not exactly one number is refused, never guessed. */
import type { PlainCell } from '../sheet.ts';
import { foldWidth } from '../text.ts';

/** Null: nothing was said. */
export type PercentReading = { value: number | null } | { problem: string };

const finishedWords =
  /^(?:已|全部|全面|均已|现已|任务|工作|已经)*(?:完成|办结|完工|竣工|销号|完毕|完结)(?:任务|目标)?$/;
const unstartedWords =
  /^(?:尚|还|暂|均)*(?:未|没有?)(?:启动|开始|开工|开展|实施|推进)$|^待(?:启动|开工|开展|实施)$/;
const nothing = /^(?:[-－—–/／\\、.。]+|无|空|n\/?a)$/i;
const fillers =
  /(?:截至|截止)?(?:目前|当前|本期|本月|累计|总体|整体|实际|现|已|完成率|完成比例|完成进度|工作进度|形象进度|进度|完成|达到|达|为|推进中|正在推进|进行中|正常推进)/g;
const chineseDigits = '零一二三四五六七八九';

function outOfRange(shown: string): PercentReading {
  return { problem: `「${shown}」超出范围，完成比例应在 0 到 100 之间，请改正。` };
}

function notANumber(shown: string): PercentReading {
  return { problem: `「${shown}」不是确切的百分数，请填 0 到 100 的数字，例如 85。` };
}

/** Two decimals more than a percent needs, so that 0.29 in a percent cell is 29 and not 28.999999999999996. */
function inRange(value: number, shown: string): PercentReading {
  const rounded = Math.round(value * 1e6) / 1e6;
  return rounded >= 0 && rounded <= 100 ? { value: rounded } : outOfRange(shown);
}

/** 八十五, 百, 一百: 0 to 100 in Chinese numerals; null for anything else. */
function chineseNumber(text: string): number | null {
  if (text === '百' || text === '一百') return 100;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$|^(零)$/.exec(text);
  if (match === null || text === '') return null;
  const [, tens = '', ten, ones = ''] = match;
  if (ten === undefined) return text.length === 1 ? chineseDigits.indexOf(text) : null;
  const digit = (character: string, otherwise: number) =>
    character === '' ? otherwise : chineseDigits.indexOf(character);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

function readWords(text: string, shown: string): PercentReading {
  const hundredths = /^百分之(.+)$/.exec(text)?.[1] ?? (text === '百分百' ? '百' : null);
  if (hundredths === null) return notANumber(shown);
  const value = /^\d+(?:\.\d+)?$/.test(hundredths) ? Number(hundredths) : chineseNumber(hundredths);
  return value === null ? notANumber(shown) : inRange(value, shown);
}

function readText(shown: string): PercentReading {
  const text = foldWidth(shown.normalize('NFKC'))
    .replace(/\s+/g, '')
    .replace(/[。;,、]+$/, '');
  if (text === '' || nothing.test(text)) return { value: null };
  if (finishedWords.test(text)) return { value: 100 };
  if (unstartedWords.test(text)) return { value: 0 };
  const signed = /^[-+]?\d+(?:\.\d+)?%?$/.exec(text.replaceAll('％', '%'));
  if (signed !== null) return readNumberText(text, shown);
  const bare = text.replace(/[()（）:：,，;；]/g, '').replace(fillers, '');
  if (/^\d+(?:\.\d+)?%?$/.test(bare)) return readNumberText(bare, shown);
  return readWords(bare, shown);
}

function readNumberText(text: string, shown: string): PercentReading {
  const value = Number(text.replace('%', ''));
  return text.endsWith('%') ? inRange(value, shown) : readPlainNumber(value, shown);
}

/** 0.85 without a percent sign may be 85% or 0.85%. */
function readPlainNumber(value: number, shown: string): PercentReading {
  if (value > 0 && value < 1) {
    return { problem: `「${shown}」分不清是 ${round(value * 100)}% 还是 ${shown}%，请写明百分号。` };
  }
  return inRange(value, shown);
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** @param cell a cell that is not blank */
export function readPercent(cell: PlainCell): PercentReading {
  if (cell.kind === 'date') return { problem: `「${cell.text}」被当成了日期，请改成 0 到 100 的数字。` };
  if (cell.kind === 'number' && cell.number !== null) {
    return cell.percentFormat
      ? inRange(cell.number * 100, cell.text)
      : readPlainNumber(cell.number, cell.text === '' ? String(cell.number) : cell.text);
  }
  return cell.kind === 'text' ? readText(cell.text) : notANumber(cell.text);
}
