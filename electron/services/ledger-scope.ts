/** A ledger's scope by name. */

import { AppError } from '#shared/contract/errors.ts';
import type { LedgerScope } from '#shared/contract/exports.ts';
import type { Reader } from '../db/executor.ts';
import { findLeader } from '../db/repositories/ledger.repository.ts';
import { findUnitName } from '../db/repositories/units.repository.ts';

export interface NamedScope {
  /** As the subtitle says it. */
  title: string;
  /** For file names; null for all tasks. */
  name: string | null;
}

/** @throws AppError `not_found` */
export async function nameScope(reader: Reader, scope: LedgerScope): Promise<NamedScope> {
  switch (scope.type) {
    case 'all':
      return { title: '全部', name: null };
    case 'leader': {
      const leader = await findLeader(reader, scope.leaderId);
      if (leader === undefined) throw new AppError('not_found', '没有找到这位领导，请刷新后再试。');
      const { name, title } = leader;
      return { title: title === '' ? name : `${name}（${title}）`, name };
    }
    case 'unit': {
      const unit = await findUnitName(reader, scope.unitId);
      if (unit === null) throw new AppError('not_found', '没有找到这个单位，请刷新后再试。');
      return { title: unit, name: unit };
    }
  }
}
