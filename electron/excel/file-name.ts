/** File names that Windows, its network shares and Linux all accept. */

/** Characters Windows forbids, with the full-width ones a Chinese reader takes for the same. */
const replacements: Record<string, string> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};

const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu;

/** Of one name, as UTF-8 on Linux. */
const maxNameBytes = 255;
/** Of a whole path on Windows, as UTF-16, without the closing zero. */
const maxPathUnits = 259;

function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function withoutLastCharacter(text: string): string {
  return text.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '');
}

function trimmed(stem: string): string {
  return stem.replace(/^\s+|[\s.]+$/gu, '');
}

function cleanStem(stem: string): string {
  const replaced = stem
    .slice(0, maxPathUnits)
    .normalize('NFC')
    .replace(/[\r\n\t]+/g, ' ')
    .replace(invisible, '')
    .replace(/[<>:"/\\|?*]/g, (character) => replacements[character] ?? '');
  const clean = trimmed(replaced);
  if (clean === '') return '未命名';
  return deviceName.test(clean) ? `_${clean}` : clean;
}

/**
 * A safe name, cut at the end of the stem where it is too long.
 * @param extension with its dot @param directory the folder it will stand in, empty when not yet known
 */
export function safeFileName(stem: string, extension: string, directory = ''): string {
  const room = maxPathUnits - (directory === '' ? 0 : directory.length + 1);
  let short = cleanStem(stem);
  const isTooLong = () =>
    utf8Bytes(short + extension) > maxNameBytes || short.length + extension.length > room;
  while (isTooLong() && short.length > 1) short = trimmed(withoutLastCharacter(short)) || '_';
  return `${short}${extension}`;
}

/** The name, or the name with （2）, （3）… before its ending, whichever `taken` does not hold yet; then holds it. */
export function claimFileName(
  stem: string,
  extension: string,
  directory: string,
  taken: Set<string>,
): string {
  for (let copy = 1; ; copy += 1) {
    const name = safeFileName(stem, `${copy === 1 ? '' : `（${copy}）`}${extension}`, directory);
    const folded = name.toLowerCase();
    if (taken.has(folded)) continue;
    taken.add(folded);
    return name;
  }
}
