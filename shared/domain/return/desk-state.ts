/** In which state a file on the desk is (contract/desk.ts, deskStates): the worst of what holds, with its reason. */
import type { DeskState } from '../../contract/desk.ts';

export interface DeskFacts {
  isRead: boolean;
  /** Readable but no progress table, or no spreadsheet at all: the sentence that says so. */
  notAForm: string | null;
  /** A plan sheet among the returns: what is to be done with it. */
  planSheet: string | null;
  /** Where the same bytes are, as a sentence. */
  duplicate: string | null;
  /** Why the file as a whole cannot be taken. */
  unreadable: string | null;
  refusedRows: number;
  /** Why it is not of the period asked for. */
  wrongPeriod: string | null;
  /** What is newer. */
  outdated: string | null;
  missing: readonly ('unit' | 'period')[];
  /** Rows that wait for a person, by what is asked. */
  conflicts: number;
  uncertain: number;
  unmatched: number;
  /** Rows about tasks that are no longer pursued. */
  ended: number;
  /** What the unit has said of the period before. */
  correction: string | null;
}

export interface StateAndReason {
  state: DeskState;
  reason: string | null;
}

const missingWords = { unit: '填报单位', period: '报告期' } as const;

function questions({ missing, conflicts, uncertain, unmatched, ended }: DeskFacts): string | null {
  if (missing.length > 0) {
    const what = missing.map((fact) => missingWords[fact]).join('和');
    return `没有写明${what}，请选定后再读取。`;
  }
  const counts = [
    [conflicts, '行与现有内容不一致或重复'],
    [uncertain, '行对应的任务没有把握'],
    [unmatched, '行没有认出是哪项任务'],
    [ended, '行的任务已销号、撤销、拆分或合并'],
  ] as const;
  const asked = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return asked.length === 0 ? null : `${asked.join('，')}，请逐行确认。`;
}

function faults({ unreadable, refusedRows }: DeskFacts): string | null {
  if (unreadable !== null) return unreadable;
  return refusedRows === 0 ? null : `${refusedRows} 行填写有误，不能入库；其余的行不受影响。`;
}

/** The first that has a reason, in the order of {@link DeskState}, worst first. */
export function deskState(facts: DeskFacts): StateAndReason {
  if (!facts.isRead) return { state: 'waiting', reason: null };
  const found: readonly (readonly [DeskState, string | null])[] = [
    ['not_a_form', facts.notAForm],
    ['duplicate', facts.duplicate],
    ['plan_sheet', facts.planSheet],
    ['faulty', faults(facts)],
    ['wrong_period', facts.wrongPeriod],
    ['outdated', facts.outdated],
    ['confirm', questions(facts)],
    ['correction', facts.correction],
  ];
  const [state, reason] = found.find(([, why]) => why !== null) ?? ['ready', null];
  return { state, reason };
}

/** Whether a person may accept the file at all. */
export function isAcceptable(facts: DeskFacts): boolean {
  const isReturn = facts.notAForm === null && facts.planSheet === null;
  const isWhole = isReturn && facts.unreadable === null && facts.duplicate === null;
  return facts.isRead && isWhole && facts.missing.length === 0;
}
