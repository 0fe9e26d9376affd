/** Returns kept as they came, for tests of checking and backing up. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { OpenDatabase } from '#electron/db/sqlite/open.ts';
import { keepOriginal, originalsFolder } from '#electron/services/returns-originals.ts';

export interface KeptOriginal {
  sha256: string;
  fileName: string;
  file: string;
}

/** Keeps a file and lets a 退回 refer to it. */
export async function keepSampleOriginal(open: OpenDatabase, content: string): Promise<KeptOriginal> {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fileName = `${content}.xlsx`;
  const file = await keepOriginal(join(open.directory, originalsFolder), { sha256, fileName, bytes });
  const at = '2024-06-20T01:00:00.000Z';
  open.raw
    .prepare(
      `INSERT INTO return_redo (sha256, file_name, unit_id, period, received_on, reason, problems, returned_at,
         returned_by) VALUES (?, ?, 1, '2024-06', '2024-06-20', '有误', 1, ?, '测试员')`,
    )
    .run(sha256, fileName, at);
  return { sha256, fileName, file };
}
