/**
 * return_import_80. Ours: preview and apply, with the backup, the checks of each file, the matching and one
 * transaction, on a fresh copy of the database. Baseline: reading the same 80 files in this process with the
 * same library and the same options, and nothing done with them.
 */
import { read } from '@e965/xlsx';
import { createExcelWorker } from '#electron/excel/excel-worker.ts';
import { type Bench, interleave, ratioFigure, timed } from './measure.ts';
import { importFreshly, makeReturns, readAll } from './return-files.ts';
import { excelWorkerFile, inTemporaryFolder } from './workspace.ts';

/** As electron/excel/read/read-workbook.ts reads a package. */
const options = { dense: true, cellNF: true, cellHTML: false, cellStyles: false, nodim: true };

async function merelyRead(files: readonly string[]): Promise<void> {
  for await (const bytes of readAll(files)) {
    const { SheetNames: names } = read(bytes, { type: 'array', ...options });
    if (names.length === 0) throw new Error('a return has no sheet');
  }
}

export const returnImport: Bench = {
  name: 'return_import_80',
  measure: (remark) =>
    inTemporaryFolder(async (folder) => {
      remark('writing and filling in 80 forms');
      const returns = await makeReturns(folder);
      const excel = createExcelWorker(excelWorkerFile);
      try {
        remark('importing them');
        const sides = {
          ours: () => importFreshly(returns, excel, timed),
          baseline: () => timed(() => merelyRead(returns.files)),
        };
        return ratioFigure('return_import_80', await interleave(sides, { runs: 5 }));
      } finally {
        await excel.close();
      }
    }),
};
