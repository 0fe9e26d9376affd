/** Cuts a target's name out of the words around its number. */
import { wordsBeforeNumber } from './comparators.ts';
import type { ScanText } from './scan-text.ts';

const lightVerbs =
  '力争|争取|确保|努力|全力|全面|加快|加速|提速|大力|积极|持续|进一步|深入|扎实|统筹|着力|推动|推进|促进|实现|完成|形成|落地|招引|引育|引进|培育|培优|建设(?!用地)|创建|打造|举办|开展|安排|实施|组织|入选|有效|共|其中|使|将|为全区|为全市|为全县|为|向|对|让|以及|和|及|与|、';
const statusVerbs =
  '新增|新建|新开工|新投用|新投产|改建|扩建|开工|竣工投产|竣工|投产|完工|建成投用|建成|投用|交付|打通';
const leadingLight = new RegExp(`^(?:\\s|${lightVerbs})+`, 'u');
const leadingStatus = new RegExp(`^(?:${statusVerbs})`, 'u');
const leadingVerb = new RegExp(`^(?:${lightVerbs}|${statusVerbs})`, 'u');
const bareVerb = /^(?:惠及|覆盖|受益|服务)$/u;
const untilGiven = /^.*(?:提供|打造|开展|实施|给予|发放)/u;
const listEnd = /^(?:.*[^平均同高中初优上下何对劣])?等(?![级化教育院校待候次])/u;
const givingVerb = /(?:提供|给予|发放|安装|每[人户月家个年]+)\s*$/u;
const amountOnly = /^(?:\d[\d.]*|[十百千])\s*[十百千万亿]*元(?:及?以上)?/u;

function slicePhrase(phrase: ScanText, start: number, end = phrase.scanned.length): ScanText {
  return { original: phrase.original.slice(start, end), scanned: phrase.scanned.slice(start, end) };
}

function withoutLightVerbs(phrase: ScanText): ScanText {
  return slicePhrase(phrase, leadingLight.exec(phrase.scanned)?.[0].length ?? 0);
}

/** The words before a number without what only links them to it: 达到, 控制在, 各. */
function withoutLinkingWords(phrase: ScanText): ScanText {
  return slicePhrase(phrase, 0, phrase.scanned.replace(wordsBeforeNumber, '').length);
}

/** 「开工长城搅拌二期等增资扩产项目」 → 「开工增资扩产项目」: what 等 sums up, with the verb that says its state. */
function afterList(phrase: ScanText): string {
  const listed = listEnd.exec(phrase.scanned)?.[0].length ?? 0;
  if (listed === 0) return phrase.original;
  const verb = leadingStatus.exec(phrase.scanned)?.[0] ?? '';
  return verb + withoutLightVerbs(slicePhrase(phrase, listed)).original;
}

/** Spaces are kept only between Latin words. */
export function tidyName(name: string): string {
  return name
    .replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/gu, '')
    .replace(/^[、的]+/u, '')
    .trim();
}

/** The words before a number as a name; empty when they name nothing. */
export function nameBefore(before: ScanText): string {
  return tidyName(afterList(withoutLightVerbs(withoutLinkingWords(before))));
}

/**
 * The name of one target: the words before its number, or behind it where those are empty or only hand something
 * over (提供…元补贴), or both (随迁子女在常住地 100%保障入学).
 */
export function nameAround(before: ScanText, after: ScanText): string {
  const head = nameBefore(before);
  const tail = tidyName(after.original);
  if (head === '' || tail === '') return head + tail;
  const isGiven = after.original.trimStart().startsWith('的') || givingVerb.test(before.scanned);
  return isGiven ? tail : head + tail;
}

/**
 * A name that says too little takes what it lacks from the words before: none at all from the target before
 * (「二季度达60%」), a bare amount its noun (「亿元以上产业项目…、10 亿元 2 个」 → 「10亿元产业项目」), a bare verb
 * its object from the clause before (「提供老年食堂就餐补助，惠及…人」).
 */
export function completeName(name: string, previousName: string, previousClause: string): string {
  if (name === '') return previousName;
  if (bareVerb.test(name)) return tidyName(previousClause.replace(untilGiven, '')) + name;
  const isAmount = amountOnly.exec(name)?.[0] === name;
  return isAmount ? name + previousName.replace(/^[\d.十百千万亿]*元(?:及?以上)?/u, '') : name;
}

/** The names of things that share one number: 「清理“批而未供”土地、盘活存量用地各1000亩」. */
export function sharedNames(before: ScanText): string[] {
  const phrase = withoutLightVerbs(withoutLinkingWords(before));
  const names: string[] = [];
  let start = 0;
  for (const separator of phrase.scanned.matchAll(/[、和及]|$/gu)) {
    names.push(tidyName(withoutLightVerbs(slicePhrase(phrase, start, separator.index)).original));
    start = separator.index + 1;
  }
  const verb = leadingStatus.exec(names[0] ?? '')?.[0] ?? '';
  return names
    .filter((name) => name !== '')
    .map((name, index) => (index === 0 || leadingVerb.test(name) ? name : verb + name));
}
