import type { TaskPage } from '#shared/contract/tasks.ts';
import { taskKindLabels } from '#shared/domain/task.ts';

const grouped = new Intl.NumberFormat('zh-CN');

interface TaskCountsProps {
  totals: Pick<TaskPage, 'total' | 'totals'>;
  loaded: number;
  filtered: boolean;
}

/** 「共 197 项：重点工作 165 项，民生实事 32 项」 */
export function TaskCounts({ totals: { total, totals }, loaded, filtered }: TaskCountsProps) {
  const count = (number: number) => `${grouped.format(number)} 项`;
  return (
    <span role="status" className="numeric">
      {filtered ? '符合条件 ' : '共 '}
      {count(total)}：{taskKindLabels.key} {count(totals.key)}，{taskKindLabels.livelihood}{' '}
      {count(totals.livelihood)}
      {loaded < total && `（正在读取，已有 ${count(loaded)}）`}
    </span>
  );
}
