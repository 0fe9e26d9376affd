import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import { createLedgersService } from '#electron/services/ledgers.service.ts';
import { temporaryDirectory, testContext } from '../helpers/database.ts';
import { openExcelWorker } from '../helpers/excel-worker.ts';
import { sampleSheet, sampleTask, taskEntry } from '../helpers/ledger-sample.ts';
import { openLedgerServices } from '../helpers/ledger-services.ts';
import { canPrint, fold, foldedText, pageTexts, saveAs } from '../helpers/libreoffice.ts';
import { tightenRows } from '../helpers/print-check.ts';

const words = [
  '已完成投资约 1.35 亿元，占年度计划 48.6%；A 标段桩基施工完成 312 根。',
  '召开专题推进会2次，明确责任分工和时间节点，重点工作按计划推进。',
  '截至6月底累计完成年度任务的一半以上，其中二季度新增明显快于一季度，主要指标位居全市前列。',
];

/** 「12.…」 a paragraph each, so that every one can be looked for. */
function paragraphs(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `第${index + 1}点：${words[index % words.length]}`);
}

test.skipIf(!canPrint)(
  'the seeded notice prints on A3 with no text of a task cut',
  async () => {
    const { database, tasks, save } = await openLedgerServices();
    const spoken = { unit: '区发改局', code: 'Z02-14', period: '2024-06' };
    await save({
      ...spoken,
      values: { narrative: paragraphs(14).join('\n'), percent: 48.6, problems: words[1] ?? '' },
    });
    const long = { unit: '区统计局', code: 'Z02-11', period: '2024-06' };
    await save({ ...long, values: { narrative: paragraphs(70).join('\n'), next: words.join('') } });

    const directory = temporaryDirectory();
    const ledgers = createLedgersService({ database, excel: openExcelWorker(), context: testContext });
    const request = {
      period: '2024-06',
      scope: { type: 'all' },
      file: join(directory, '台账.xlsx'),
    } as const;
    expect(await ledgers.exportLedger(request, unattendedJob)).toEqual({
      file: request.file,
      rows: 197,
      reported: 2,
    });

    const pages = await pageTexts(await saveAs(request.file, 'pdf', directory));
    expect(pages.length).toBeGreaterThan(12);
    expect(pages.length).toBeLessThan(40);
    for (const [index, page] of pages.entries()) {
      expect(fold(page)).toContain('序号');
      expect(fold(page)).toContain(`第${index + 1}页共${pages.length}页`);
    }

    tightenRows(request.file, join(directory, '紧.xlsx'));
    const printed = await foldedText(await saveAs(join(directory, '紧.xlsx'), 'pdf', directory));
    const { rows } = await tasks.list({ filter: {}, offset: 0, limit: 5_000 });
    expect(rows.map((row) => row.content).filter((content) => !printed.includes(fold(content)))).toEqual([]);
    expect(rows.map((row) => row.remark).filter((remark) => !printed.includes(fold(remark)))).toEqual([]);
    expect(paragraphs(70).filter((paragraph) => !printed.includes(fold(paragraph)))).toEqual([]);
  },
  180_000,
);

test.skipIf(!canPrint)(
  'the heading of a section is never the last thing on a page',
  async () => {
    const directory = temporaryDirectory();
    const file = join(directory, '分组.xlsx');
    const tasks = paragraphs(9).map((paragraph) => taskEntry(sampleTask(paragraph.repeat(3))));
    const entries = ['甲', '乙', '丙'].flatMap((name) => [
      { kind: 'group', text: `${name}常委牵头重点工作` } as const,
      ...tasks,
    ]);
    await openExcelWorker().writeLedger({ sheets: [sampleSheet(entries)] }, file, unattendedJob);
    const pages = (await pageTexts(await saveAs(file, 'pdf', directory))).map(fold);
    const headed = pages.filter((page) => page.includes('常委牵头重点工作'));
    expect(headed).toHaveLength(3);
    for (const page of headed) expect(page.split('常委牵头重点工作')[1]).toContain('地区生产总值增长');
  },
  180_000,
);
