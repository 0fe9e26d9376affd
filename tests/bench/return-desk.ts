/**
 * return_desk_mixed. Ours: 100 returns of mixed kinds dropped on the desk of a fresh copy of the database and read
 * one after the other, until each stands in the list with its state. Baseline: reading the same files in this process
 * with the same library and the same options, and nothing done with them.
 */
import { read } from '@e965/xlsx';
import { createExcelWorker, type ExcelWorker } from '#electron/excel/excel-worker.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { createReturnsService } from '#electron/services/returns.service.ts';
import { type Bench, interleave, ratioFigure, timed } from './measure.ts';
import { mixReturns } from './mixed-returns.ts';
import {
  makeReturns,
  onFreshDatabase,
  type Returns,
  readAll,
  rowsPerFile,
  type Watch,
} from './return-files.ts';
import { benchContext, excelWorkerFile, inTemporaryFolder } from './workspace.ts';

const returnedFiles = 100;
/** As electron/excel/read/read-workbook.ts reads a package. */
const options = { dense: true, cellNF: true, cellHTML: false, cellStyles: false, nodim: true };

/** Drops the files on the desk of a fresh database and reads each. @throws unless all would be stored */
export function readOnDesk({ template, files }: Returns, excel: ExcelWorker, watch: Watch): Promise<number> {
  return onFreshDatabase(template, async (open) => {
    const returns = createReturnsService({ open, excel, context: benchContext });
    return watch(async () => {
      let { files: listed } = await returns.collect({ paths: files }, unattendedJob);
      for (const { id } of listed) ({ files: listed } = await returns.read({ fileId: id }, unattendedJob));
      const rows = listed.reduce((sum, { counts }) => sum + counts.taken, 0);
      const expected = files.length * rowsPerFile;
      if (rows !== expected) throw new Error(`${rows} rows are ready instead of ${expected}`);
    });
  });
}

export async function merelyRead(files: readonly string[]): Promise<void> {
  for await (const bytes of readAll(files)) {
    const { SheetNames: names } = read(bytes, { type: 'array', ...options });
    if (names.length === 0) throw new Error('a return has no sheet');
  }
}

export const returnDesk: Bench = {
  name: 'return_desk_mixed',
  measure: (remark) =>
    inTemporaryFolder(async (folder) => {
      remark(`writing and filling in ${returnedFiles} returns`);
      const returns = await mixReturns(await makeReturns(folder, returnedFiles), `${folder}/各样回表`);
      const excel = createExcelWorker(excelWorkerFile);
      try {
        remark('reading them');
        const sides = {
          ours: () => readOnDesk(returns, excel, timed),
          baseline: () => timed(() => merelyRead(returns.files)),
        };
        return ratioFigure('return_desk_mixed', await interleave(sides, { runs: 5 }));
      } finally {
        await excel.close();
      }
    }),
};
