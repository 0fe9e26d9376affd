import { Alert } from 'antd';
import type { UndoResult } from '#shared/contract/returns.ts';

/** What an undo took back, and what it had to leave because somebody went on from it. */
export function UndoOutcome({ results }: { results: readonly UndoResult[] }) {
  const undone = results.reduce((sum, result) => sum + result.undone, 0);
  const kept = results.flatMap((result) => result.kept);
  const list = (
    <ul className="undo-kept">
      {kept.map(({ code, unit, reason }) => (
        <li key={`${code} ${unit}`}>
          {code}　{unit}：{reason}
        </li>
      ))}
    </ul>
  );
  return (
    <Alert
      type={kept.length === 0 ? 'info' : 'warning'}
      role="status"
      showIcon
      title={`已撤回 ${undone} 行进展${kept.length === 0 ? '。' : `，${kept.length} 行保留：`}`}
      {...(kept.length === 0 ? {} : { description: list })}
    />
  );
}
