/**
 * ledger_export_10k. Ours: the program's writer in its worker, with row heights, group rows, printed page and an
 * atomic move to the final name. Baseline: exceljs's streaming writer in this process, the same cells, one
 * shared style object, nothing else.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { createExcelWorker, type ExcelWorker } from '#electron/excel/excel-worker.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { ledgerColumns } from '#shared/domain/ledger.ts';
import { ledgerValues, ledgerWorkbook } from './ledger-data.ts';
import { type Bench, interleave, ratioFigure, timed } from './measure.ts';
import { excelWorkerFile, inTemporaryFolder } from './workspace.ts';

const line = { style: 'thin' } as const;
const oneStyle: Partial<ExcelJS.Style> = {
  font: { name: '仿宋', size: 11 },
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
  border: { top: line, bottom: line, left: line, right: line },
};

async function writePlainly(file: string): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
  const sheet = workbook.addWorksheet('重点工作');
  sheet.columns = ledgerColumns.key.map(({ width }) => ({ width }));
  for (const values of ledgerValues) {
    const row = sheet.addRow(values);
    for (let column = 1; column <= values.length; column += 1) row.getCell(column).style = oneStyle;
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
}

async function timedFile(file: string, write: () => Promise<void>): Promise<number> {
  const milliseconds = await timed(write);
  await rm(file);
  return milliseconds;
}

/** The export as the program does it, for others to watch. */
export function writeBenchLedger(excel: ExcelWorker, file: string): Promise<void> {
  return excel.writeLedger(ledgerWorkbook(), file, unattendedJob);
}

export const ledgerExport: Bench = {
  name: 'ledger_export_10k',
  measure: () =>
    inTemporaryFolder(async (folder) => {
      const excel = createExcelWorker(excelWorkerFile);
      const ours = join(folder, '台账.xlsx');
      const baseline = join(folder, '平铺.xlsx');
      try {
        const sides = {
          ours: () => timedFile(ours, () => writeBenchLedger(excel, ours)),
          baseline: () => timedFile(baseline, () => writePlainly(baseline)),
        };
        return ratioFigure('ledger_export_10k', await interleave(sides, { runs: 7 }));
      } finally {
        await excel.close();
      }
    }),
};
