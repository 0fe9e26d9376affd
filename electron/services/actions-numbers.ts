/** Numbers of 催办 and 督办单 for `duban check`: a missing one means that a record was lost. */
import { actionKindLabels } from '#shared/domain/supervision/action.ts';
import {
  findNumberGaps,
  formatOrderNumber,
  type NumberedKind,
} from '#shared/domain/supervision/order-number.ts';
import type { Reader } from '../db/executor.ts';
import { listAllNumbers } from '../db/repositories/action.repository.ts';

const numberedKinds: readonly NumberedKind[] = ['reminder', 'supervision_order'];

/** One Chinese sentence each. */
export async function numberProblems(reader: Reader): Promise<string[]> {
  const used = await listAllNumbers(reader);
  const years = [...new Set(used.map(({ year }) => year))].sort((one, other) => one - other);
  return numberedKinds.flatMap((kind) =>
    years.flatMap((year) =>
      findNumberGaps(used, kind, year).map(
        (number) =>
          `${actionKindLabels[kind]}${formatOrderNumber({ year, number })}没有记录，编号断了。请用备份核对。`,
      ),
    ),
  );
}
