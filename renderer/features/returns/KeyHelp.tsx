interface KeyHelpProps {
  /** The last thing that happened, also read aloud. */
  message: string;
}

const keys: [string, string][] = [
  ['↑ ↓', '换文件／换行'],
  ['→', '看各行'],
  ['空格', '勾选文件／采纳该行'],
  ['1 2 3', '选任务'],
  ['← →', '冲突选哪一边'],
  ['Enter', '标记入库，到下一份'],
  ['Esc', '回到列表'],
];

/** The keys of the desk in one line, and what the last one did. */
export function KeyHelp({ message }: KeyHelpProps) {
  return (
    <div className="key-help">
      <span className="key-help-message" role="status">
        {message}
      </span>
      <dl className="key-help-keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
