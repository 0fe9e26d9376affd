import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type RedoNote, redoNote } from '#electron/word/redo-note.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { canPrint, fold, pageTexts, saveAs } from '../helpers/libreoffice.ts';
import { partText } from '../helpers/package-parts.ts';
import { documentText } from '../helpers/word-text.ts';

function note(problems: number, change: Partial<RedoNote> = {}): RedoNote {
  return {
    unit: '区发改局',
    periodLabel: '2024年6月',
    fileName: '区发改局6月填报表（最终版）.xls',
    problems: Array.from({ length: problems }, (_, index) => ({
      place: `第${index + 7}行（H${index + 7}）\n完成比例(%)`,
      task: 'Z02-18 新增规上服务业企业50家以上，限…',
      message: `「约三分之${index}」不是确切的百分数，请填 0 到 100 的数字，例如 85。`,
    })),
    copyName: '退回-区发改局6月填报表（最终版）.xlsx',
    copyNote: '原件是 .xls，已转成 .xlsx 标注',
    remark: '',
    answerBy: null,
    office: '温州市鹿城区人民政府办公室',
    date: '2024-07-01',
    ...change,
  };
}

test('the note says what came, where the faults are, until when to answer, and who asks', async () => {
  const text = documentText(await redoNote(note(2, { answerBy: '2024-07-04', remark: '请领导审核。' })));
  expect(text).toContain('关于退回重报2024年6月进展填报表的说明\n区发改局：\n');
  expect(text).toContain('经核对有 2 处需要改正');
  expect(text).toContain('原件是 .xls，已转成 .xlsx 标注');
  expect(text).toMatch(/第8行（H8）\n完成比例\(%\)\n/);
  expect(text).toContain('请领导审核。');
  expect(text).toContain('于2024年7月4日前重新报送');
  expect(text).toMatch(/温州市鹿城区人民政府办公室\n2024年7月1日\n$/);
});

test('without a day a blank is left for it; without a copy nothing is said of one', async () => {
  const text = documentText(await redoNote(note(1, { copyName: null, copyNote: null })));
  expect(text).toContain('于　　月　　日前重新报送');
  expect(text).toContain('文件本身无法标注');
  expect(text).not.toContain('退回-');
  expect(text).not.toContain('隐藏的列');
});

test('each run names its Chinese font, the page is A4 with the margins of an office paper', async () => {
  const bytes = await redoNote(note(1));
  const xml = partText(bytes, 'word/document.xml');
  const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run);
  expect(runs.length).toBeGreaterThan(10);
  expect(runs.filter((run) => !/w:eastAsia="/.test(run))).toEqual([]);
  expect(xml).toContain('<w:rFonts w:ascii="方正小标宋简体"');
  const millimetres = (element: string, name: string) =>
    Math.round((Number(new RegExp(`<w:${element}[^>]*w:${name}="(\\d+)"`).exec(xml)?.[1]) / 1440) * 25.4);
  expect(['w', 'h'].map((name) => millimetres('pgSz', name))).toEqual([210, 297]);
  expect(['top', 'bottom', 'left', 'right'].map((name) => millimetres('pgMar', name))).toEqual([
    37, 35, 28, 26,
  ]);
  expect(xml).toMatch(/<w:top w:val="single"[^>]*w:sz="12"/);
  expect(xml).toMatch(/<w:insideH w:val="single"[^>]*w:sz="6"/);
});

test('characters that no document can hold do not spoil it', async () => {
  const text = documentText(await redoNote(note(1, { fileName: '发改\u0001\uD800<&>.xls' })));
  expect(text).toContain('<&>.xls');
  expect(text).not.toContain('\u0001');
});

describe.skipIf(!canPrint)('on paper', () => {
  async function pages(problems: number): Promise<string[]> {
    const directory = temporaryDirectory();
    const file = join(directory, '退回说明.docx');
    writeFileSync(file, await redoNote(note(problems)));
    return (await pageTexts(await saveAs(file, 'pdf', directory))).map(fold);
  }

  test('a dozen problems fit on one page', async () => {
    const [only, ...more] = await pages(12);
    expect(more).toEqual([]);
    expect(only).toContain('约三分之11');
    expect(only).toContain('—1—');
  });

  test('more go on, with the headings on each page that has rows', async () => {
    const printed = await pages(40);
    expect(printed.length).toBeGreaterThan(1);
    expect(
      printed.filter((page) => page.includes('约三分之')).every((page) => page.includes('问题和改法')),
    ).toBe(true);
    expect(printed[1]).toContain('—2—');
  });
});
