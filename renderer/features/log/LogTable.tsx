import type { LogEntry } from '#shared/contract/log.ts';
import { logActionLabel, logChangeLines, logOriginLabel, logSubjectText } from '#shared/domain/log-words.ts';
import { timeText } from '../../components/format.ts';

/** Newest first, as the service gives them. */
export function LogTable({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <section className="log-table sheet" aria-label="变更记录">
      <table>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">时间</th>
            <th scope="col">操作人</th>
            <th scope="col">事项</th>
            <th scope="col">对象</th>
            <th scope="col">改动</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <LogRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LogRow({ entry }: { entry: LogEntry }) {
  const { id, at, actor, origin, action, entity, entityId, subject } = entry;
  return (
    <tr>
      <td className="numeric log-number">{id}</td>
      <td className="numeric">{timeText(at)}</td>
      <td>
        {actor}
        {origin !== 'window' && <span className="log-origin">{logOriginLabel(origin)}</span>}
      </td>
      <td>{logActionLabel(action)}</td>
      <td>{logSubjectText({ entity, entityId, subject })}</td>
      <td>
        <LogChanges entry={entry} />
      </td>
    </tr>
  );
}

/** Beyond these the rest is one click away. */
const linesShown = 3;

function LogChanges({ entry: { before, after } }: { entry: LogEntry }) {
  const lines = logChangeLines(before, after);
  const [shown, rest] = [lines.slice(0, linesShown), lines.slice(linesShown)];
  return (
    <>
      {shown.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>另有 {rest.length} 处</summary>
          {rest.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </details>
      )}
    </>
  );
}
