import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { defaultTemplate } from '#electron/word/default-templates.ts';
import type { ExtensionAnswer, Letter, LetterTask, SlipLetter } from '#electron/word/letter.ts';
import { type LetterKind, letterFields, letterKinds, letterNames } from '#electron/word/letter-fields.ts';
import { supervisionLetter, writeDefaultTemplates } from '#electron/word/supervision-letter.ts';
import { checkTemplate } from '#electron/word/templates.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { canPrint, fold, pageTexts, saveAs } from '../helpers/libreoffice.ts';
import { rewriteParts } from '../helpers/package-parts.ts';
import { projectRoot } from '../helpers/source-files.ts';
import { documentText } from '../helpers/word-text.ts';

const signed = { unit: '区发改局', office: '区政府办公室督查科', date: '2024-07-01' };
const tasks: LetterTask[] = [
  {
    code: 'Z02-18',
    content: '新增规上服务业企业 50 家以上。',
    due: '2024-10-31',
    expected: 50,
    actual: 28,
    note: '落后22个百分点',
  },
  { code: 'Z02-01', content: '招商引资', due: null, expected: null, actual: null, note: '未报' },
];

function slip(kind: SlipLetter['kind'], change: Partial<SlipLetter> = {}): SlipLetter {
  const reason = '截至6月底落后于序时进度。';
  return { kind, ...signed, number: '鹿督〔2024〕3号', reason, answerDue: '2024-07-08', tasks, ...change };
}

const extension: ExtensionAnswer = {
  kind: 'extension_answer',
  ...signed,
  task: { code: 'Z02-18', content: '新增规上服务业企业 50 家以上。' },
  askedOn: '2024-06-20',
  reason: '土地审批未完成。',
  oldDue: '2024-09-30',
  askedDue: '2024-12-31',
  grantedDue: '2024-11-30',
  opinion: '请加快前期工作。',
};

const letters: Record<LetterKind, Letter> = {
  reminder: slip('reminder'),
  blue_order: slip('blue_order'),
  yellow_order: slip('yellow_order'),
  red_order: slip('red_order'),
  send_back: slip('send_back', { number: '' }),
  talk: {
    kind: 'talk',
    ...signed,
    when: '2024年7月3日上午9:30',
    where: '301会议室',
    host: '常务副区长',
    reason: '连续三个月红灯',
    tasks,
  },
  extension_answer: extension,
  scorecard: {
    kind: 'scorecard',
    ...signed,
    periodLabel: '2024年上半年',
    category: '部门',
    closedOn: '2024-06-30',
    rules: '2024年考核规则第2版',
    base: 100,
    score: 93.5,
    rank: 3,
    ranked: 42,
    note: '',
    lines: [
      {
        rule: '迟报',
        count: 2,
        points: -1,
        isCounted: true,
        grounds: ['2024年3月迟报2天', '2024年4月迟报1天'],
      },
      { rule: '表扬', count: 1, points: 2, isCounted: true, grounds: ['区委主要领导批示'] },
      { rule: '红灯（配合，不计分）', count: 1, points: 0, isCounted: false, grounds: ['Z02-18 红灯'] },
    ],
  },
};

const noTemplates = join(projectRoot, 'no-such-folder');

async function textOf(letter: Letter, folder = noTemplates): Promise<string> {
  return documentText(await supervisionLetter(folder, letter));
}

/** A folder with an office's own template of one kind. */
function ownTemplate(kind: LetterKind, bytes: Uint8Array): string {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, `${letterNames[kind]}.docx`), bytes);
  return folder;
}

describe.each(letterKinds)('%s', (kind) => {
  test('our template holds the fields it must, and no others', async () => {
    await expect(checkTemplate(kind, await defaultTemplate(kind), '模板.docx')).resolves.toBeUndefined();
    const text = documentText(await defaultTemplate(kind));
    for (const field of letterFields[kind].required) expect(text).toContain(`{{${field}}}`);
  });

  test('the letter is signed to the unit and leaves no field open', async () => {
    const text = await textOf(letters[kind]);
    expect(text).toContain('区发改局：');
    expect(text).toMatch(/区政府办公室督查科\n2024年7月1日/);
    expect(text).not.toMatch(/\{\{|\}\}|undefined|null|NaN/);
  });
});

test('a 催办 lists every task with what is expected and what is there, and brings the answer slot', async () => {
  const text = await textOf(letters.reminder);
  expect(text).toContain('鹿督〔2024〕3号');
  expect(text).toContain('请于2024年7月8日前');
  expect(text).toContain(
    ['1', 'Z02-18', '新增规上服务业企业 50 家以上。', '2024年10月31日', '50%', '28%', '落后22个百分点'].join(
      '\n',
    ),
  );
  expect(text).toContain(['2', 'Z02-01', '招商引资', '', '—', '未报', '未报'].join('\n'));
  expect(text).toMatch(
    /回　执\n单　　位\n区发改局\n文　　号\n鹿督〔2024〕3号\n答复期限\n2024年7月8日\n办理情况/,
  );
});

test('each colour of 督办单 has its own title and demand', async () => {
  const [blue, yellow, red] = await Promise.all([
    textOf(letters.blue_order),
    textOf(letters.yellow_order),
    textOf(letters.red_order),
  ]);
  expect(blue).toMatch(/^蓝色督办单\n/);
  expect(blue).toContain('临近完成时限');
  expect(yellow).toMatch(/^黄色督办单\n/);
  expect(yellow).toContain('落后于序时进度');
  expect(red).toMatch(/^红色督办单\n/);
  expect(red).toContain('已经逾期');
});

test('a 延期 is granted with its date, which need not be the one asked for, or refused', async () => {
  const granted = await textOf(extension);
  expect(granted).toContain('同意延期至2024年11月30日完成。\n　　请加快前期工作。');
  expect(granted).toContain('2024年9月30日\n2024年12月31日\n2024年11月30日');
  const refused = await textOf({ ...extension, grantedDue: null, opinion: '' });
  expect(refused).toContain('不同意延期，仍按原定时限完成。');
  expect(refused).toContain('不予延期');
});

test('a scorecard names its base, its rules and its day, and gives each line its sign and its records', async () => {
  const text = await textOf(letters.scorecard);
  expect(text).toContain('截至2024年6月30日，你单位得分93.5分，在部门类42个参评单位中列第3名');
  expect(text).toContain('按2024年考核规则第2版，基础分100分');
  expect(text).toContain(['1', '迟报', '2', '−1', '2024年3月迟报2天', '2024年4月迟报1天'].join('\n'));
  expect(text).toContain(['2', '表扬', '1', '+2', '区委主要领导批示'].join('\n'));
  expect(text).toContain(['3', '红灯（配合，不计分）', '1', '不计分', 'Z02-18 红灯'].join('\n'));
});

test('a scorecard without lines says that there are none', async () => {
  const text = await textOf({ ...letters.scorecard, lines: [] } as Letter);
  expect(text).toContain('没有加减分');
});

test('an office’s scorecard template of before, with fewer fields, still fills', async () => {
  const older = rewriteParts(await defaultTemplate('scorecard'), (xml) =>
    ['截止日期', '考核规则', '基础分', '说明', '明细.次数'].reduce(
      (text, field) => text.replaceAll(`{{${field}}}`, ''),
      xml,
    ),
  );
  const text = await textOf(letters.scorecard, ownTemplate('scorecard', older));
  expect(text).toContain('得分93.5分');
  expect(text).not.toContain('考核规则第2版');
});

test('what looks like a field in a person’s words stays words', async () => {
  const text = await textOf(slip('reminder', { reason: '模板中的{{单位}}没有填。', unit: '{{文号}}' }));
  expect(text).toContain('模板中的｛｛单位}}没有填。');
  expect(text).toContain('｛｛文号}}：');
});

describe('an office’s own template', () => {
  test('is used, with its own words; fields that Word split over several runs are found', async () => {
    const split = rewriteParts(await defaultTemplate('reminder'), (xml, name) =>
      name === 'word/document.xml'
        ? xml
            .replaceAll(
              '{{单位}}',
              '{{单</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>位}</w:t></w:r><w:r><w:t>}',
            )
            .replace('{{期限}}', '{{ 期限 }}')
            .replace('关于催办有关工作任务的通知', '温州市鹿城区督查通知')
        : xml,
    );
    const text = await textOf(letters.reminder, ownTemplate('reminder', split));
    expect(text).toMatch(/^温州市鹿城区督查通知\n/);
    expect(text).toContain('区发改局：');
    expect(text).toContain('请于2024年7月8日前');
    expect(text).not.toContain('{{');
  });

  test('may leave out what is optional', async () => {
    const short = rewriteParts(await defaultTemplate('reminder'), (xml) => xml.replaceAll('{{事由}}', ''));
    expect(await textOf(letters.reminder, ownTemplate('reminder', short))).not.toContain('截至6月底');
  });

  test('is refused with the names of its unknown and its missing fields', async () => {
    const wrong = rewriteParts(await defaultTemplate('reminder'), (xml) =>
      xml.replaceAll('{{期限}}', '{{截止日}}').replaceAll('{{文号}}', ''),
    );
    const refused = textOf(letters.reminder, ownTemplate('reminder', wrong));
    await expect(refused).rejects.toThrow(
      /催办通知.*不认识的栏目：\{\{截止日\}\}；缺少栏目：\{\{文号\}\}、\{\{期限\}\}/,
    );
  });

  test.each([
    ['text', strToU8('{{单位}}'), '不是 .docx 文档'],
    ['a cut file', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0]), '已损坏'],
    ['a large file', new Uint8Array(6 * 1024 * 1024), '太大'],
  ])('that is %s is refused', async (_, bytes, words) => {
    await expect(textOf(letters.talk, ownTemplate('talk', bytes))).rejects.toThrow(words);
  });

  test('begins with ours; one that is there already is left alone', async () => {
    const folder = join(temporaryDirectory(), 'templates');
    mkdirSync(folder);
    writeFileSync(join(folder, '约谈通知.docx'), '自己的');
    const written = await writeDefaultTemplates(folder);
    expect(written).toHaveLength(letterKinds.length - 1);
    expect(readdirSync(folder).sort()).toEqual(letterKinds.map((kind) => `${letterNames[kind]}.docx`).sort());
    expect(readFileSync(join(folder, '约谈通知.docx'), 'utf8')).toBe('自己的');
    expect(await writeDefaultTemplates(folder)).toEqual([]);
    expect(await textOf(letters.reminder, folder)).toContain('鹿督〔2024〕3号');
  });
});

test.skipIf(!canPrint)(
  'on paper no date is broken over two lines, and a reason of several lines stands indented',
  async () => {
    const directory = temporaryDirectory();
    const reason = 'Z02-18：落后22个百分点。\nZ02-01：五月进展未报。';
    const file = join(directory, '催办.docx');
    writeFileSync(file, await supervisionLetter(noTemplates, slip('reminder', { reason })));
    const [page = ''] = await pageTexts(await saveAs(file, 'pdf', directory));
    expect(page).toMatch(/2024 ?年 ?10 ?月 ?31 ?日/);
    const lines = page.split('\n');
    const indentOf = (words: string) =>
      /^ */.exec(lines.find((line) => line.includes(words)) ?? '')?.[0].length;
    expect(indentOf('五月进展')).toBeGreaterThan(indentOf('区发改局') ?? 0);
  },
);

test.skipIf(!canPrint)(
  'on paper the answer slot has a page of its own and long tables repeat their headings',
  async () => {
    const directory = temporaryDirectory();
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...(tasks[0] as LetterTask),
      code: `Z02-${index + 10}`,
    }));
    const file = join(directory, '督办单.docx');
    writeFileSync(file, await supervisionLetter(noTemplates, slip('red_order', { tasks: many })));
    const pages = (await pageTexts(await saveAs(file, 'pdf', directory))).map(fold);
    expect(pages.at(-1)).toMatch(/^回执单位区发改局/);
    const withRows = pages.filter((page) => page.includes('Z02-'));
    expect(withRows.length).toBeGreaterThan(1);
    expect(withRows.every((page) => page.includes('序号编号工作任务'))).toBe(true);
  },
);

test.skipIf(!canPrint)(
  'on paper a line with more records than a page holds goes on under the headings',
  async () => {
    const directory = temporaryDirectory();
    const grounds = Array.from({ length: 90 }, (_, index) => `记录${index + 1}号`);
    const line = { rule: '红灯', count: 90, points: -20, isCounted: true, grounds };
    const file = join(directory, '成绩单.docx');
    const card = { ...letters.scorecard, lines: [line] } as Letter;
    writeFileSync(file, await supervisionLetter(noTemplates, card));
    const pages = (await pageTexts(await saveAs(file, 'pdf', directory))).map(fold);
    expect(pages.length).toBeGreaterThan(1);
    const text = pages.join('');
    for (const ground of grounds) expect(text).toContain(ground);
    for (const page of pages.filter((words) => words.includes('记录')))
      expect(page).toContain('序号评分项次数加减分依据');
  },
);
