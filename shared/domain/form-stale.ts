/** Whether a form that is out still shows what it should: compared with what a form issued now would show. */

/** A task as the form shows it. */
export interface IssuedTask {
  code: string;
  content: string;
  /** The report its row was filled from; null when there was none. */
  reportId: number | null;
}

/** A task the unit would be asked about now. */
export interface AskedTask {
  code: string;
  content: string;
  reportId: number | null;
  /** The report came with this very form, filled in: no news to whoever holds it. */
  answersForm: boolean;
}

/** So many codes are named; of more, how many there are is enough. */
const namedCodes = 5;

function codeList(codes: readonly string[]): string {
  const named = codes.slice(0, namedCodes).join('、');
  return codes.length > namedCodes ? `${named}等` : named;
}

function reason(codes: readonly string[], words: (count: number) => string): string[] {
  return codes.length === 0 ? [] : [`${words(codes.length)}：${codeList(codes)}`];
}

/** One Chinese phrase a kind of change; none for a form that is up to date. */
export function staleReasons(issued: readonly IssuedTask[], asked: readonly AskedTask[]): string[] {
  const before = new Map(issued.map((task) => [task.code, task]));
  const now = new Set(asked.map(({ code }) => code));
  const codesWhere = (isChanged: (task: AskedTask, shown: IssuedTask) => boolean): string[] =>
    asked.flatMap((task) => {
      const shown = before.get(task.code);
      return shown !== undefined && isChanged(task, shown) ? [task.code] : [];
    });
  const added = asked.flatMap(({ code }) => (before.has(code) ? [] : [code]));
  const removed = issued.flatMap(({ code }) => (now.has(code) ? [] : [code]));
  const reworded = codesWhere((task, shown) => task.content !== shown.content);
  const newer = codesWhere((task, shown) => task.reportId !== shown.reportId && !task.answersForm);
  return [
    ...reason(added, (count) => `增加了 ${count} 项任务`),
    ...reason(removed, (count) => `减少了 ${count} 项任务`),
    ...reason(reworded, (count) => `${count} 项任务的内容改过`),
    ...reason(newer, (count) => `${count} 项任务的进展在发出后有更新`),
  ];
}
