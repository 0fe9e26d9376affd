import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { openExcelWorker } from '../helpers/excel-worker.ts';
import { sampleForm, sampleFormTask } from '../helpers/form-sample.ts';
import { canPrint, fold, foldedText, pageTexts, saveAs } from '../helpers/libreoffice.ts';
import { tightenRows } from '../helpers/print-check.ts';

const content =
  '聚焦商务楼宇建筑面积、亿元楼宇数量、楼宇内规（限）上企业“三个倍增”目标，引育专业楼宇运营商 10 家以上，打造楼宇经济示范区。';
const narrative = '截至6月底，已完成投资 1.35 亿元，占年度计划 48.6%，A 标段桩基 312 根。';

test.skipIf(!canPrint)(
  'a form prints on A4 with nothing cut, its headings and its signature line on each page',
  async () => {
    const directory = temporaryDirectory();
    const tasks = Array.from({ length: 25 }, (_, index) =>
      sampleFormTask(`Z02-${String(index + 1).padStart(2, '0')}`, {
        content: `第${index + 1}项：${content}`,
        previous: {
          period: '2024-05',
          narrative: `上期${index + 1}：${narrative.repeat(1 + (index % 5))}`,
          percent: 40,
        },
      }),
    );
    const form = sampleForm(tasks);
    const file = join(directory, '填报表.xlsx');
    await openExcelWorker().writeForm(form, file, unattendedJob);

    const pages = (await pageTexts(await saveAs(file, 'pdf', directory))).map(fold);
    const tablePages = pages.filter((page) => page.includes('任务编号'));
    expect(tablePages.length).toBe(pages.length - 1);
    expect(pages.length).toBeLessThan(12);
    for (const page of tablePages) expect(page).toContain('单位负责人（签字）');
    expect(pages[0]).toContain('填报说明');
    expect(pages[0]).not.toContain('任务编号');
    expect(pages.join('')).not.toContain(form.meta.formId);

    tightenRows(file, join(directory, '紧.xlsx'));
    const printed = await foldedText(await saveAs(join(directory, '紧.xlsx'), 'pdf', directory));
    const texts = form.rows.flatMap((row) => [row.content, row.previous]);
    expect(texts.filter((text) => !printed.includes(fold(text)))).toEqual([]);
    const said = [...form.cover.facts, ...form.cover.columns].map(({ text }) => text);
    expect([...said, ...form.cover.instructions].filter((text) => !printed.includes(fold(text)))).toEqual([]);
  },
  180_000,
);
