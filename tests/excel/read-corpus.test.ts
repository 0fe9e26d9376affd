import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createExcelWorker } from '#electron/excel/excel-worker.ts';
import { AppError } from '#shared/contract/errors.ts';
import { projectRoot } from '../helpers/source-files.ts';

const workerFile = new URL('../../electron/excel/worker.ts', import.meta.url);
const selection = join(projectRoot, 'tests/fixtures/corpus');
const everything = join(projectRoot, '../shared/corpus');

function listed(directory: string, list: string): string[] {
  const lines = readFileSync(join(directory, list), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split('\t')[0] ?? '');
}

interface Answers {
  loaded: number;
  refused: Record<string, number>;
}

/** Each file is loaded with a sheet that holds something, or refused with a sentence; nothing else. */
async function readAll(directory: string, files: readonly string[]): Promise<Answers> {
  const worker = createExcelWorker(workerFile);
  const answers: Answers = { loaded: 0, refused: {} };
  try {
    for (const file of files) {
      try {
        const workbook = await worker.readWorkbook(join(directory, file));
        const cells = workbook.sheets.flatMap((sheet) => sheet.rows.flat());
        expect(
          cells.some((cell) => cell !== null),
          file,
        ).toBe(true);
        answers.loaded += 1;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        expect(error.message, file).toMatch(/请.+。$/);
        const reason = error.message.replace(/^.*」(?=[^」]*$)/, '').slice(0, 6);
        answers.refused[reason] = (answers.refused[reason] ?? 0) + 1;
      }
    }
  } finally {
    await worker.close();
  }
  return answers;
}

describe('real spreadsheets of other projects', () => {
  test('the selection in tests/fixtures/corpus is answered', async () => {
    const files = listed(selection, 'ORIGIN.tsv');
    const answers = await readAll(selection, files);
    expect(files).toHaveLength(25);
    expect(answers.loaded).toBe(19);
  });

  test.skipIf(!existsSync(everything))(
    'all of ../shared/corpus is answered',
    { timeout: 240_000 },
    async () => {
      const files = listed(everything, 'LIST.tsv');
      const answers = await readAll(everything, files);
      const refused = Object.values(answers.refused).reduce((sum, count) => sum + count, 0);
      expect(answers.loaded + refused).toBe(files.length);
      expect(answers).toEqual({
        loaded: 225,
        refused: { 的各工作表都: 23, 已损坏或不完: 2, 设有打开密码: 2, '超过 200': 2, '压缩比异常（': 1 },
      });
    },
  );
});
