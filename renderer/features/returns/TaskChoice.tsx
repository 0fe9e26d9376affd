import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { DeskRow } from '#shared/contract/desk.ts';
import { useUnitDetail } from '../../api/units.ts';

interface TaskChoiceProps {
  row: DeskRow;
  unitId: number | null;
  remember: boolean;
  onRemember: (remember: boolean) => void;
  /** Null takes the person's word back. */
  onChoose: (taskCode: string | null) => void;
}

/** Which task a row is about, where the program does not know for certain. */
export function TaskChoice({ row, unitId, remember, onRemember, onChoose }: TaskChoiceProps) {
  const [searching, setSearching] = useState(false);
  const chosen = row.decision.taskCode;
  const { candidates } = row.match;
  return (
    <div className="task-choice">
      <p className="task-choice-question">
        {chosen === null ? '是下面哪一项任务？' : `已指定为 ${chosen}。`}
        {chosen !== null && (
          <Button size="small" type="link" onClick={() => onChoose(null)}>
            取消指定
          </Button>
        )}
      </p>
      <ol className="task-candidates">
        {candidates.map(({ code, content, certainty }) => (
          <li key={code}>
            <button
              type="button"
              className="task-candidate"
              aria-pressed={code === chosen}
              onClick={() => onChoose(code)}
            >
              <span className="numeric">{code}</span>
              <span className="task-candidate-text">{content}</span>
              <span className="muted numeric">{Math.round(certainty * 100)}%</span>
            </button>
          </li>
        ))}
      </ol>
      <div className="task-choice-more">
        {searching && unitId !== null ? (
          <TaskSearch unitId={unitId} onChoose={onChoose} />
        ) : (
          unitId !== null && (
            <Button size="small" onClick={() => setSearching(true)}>
              另选任务…
            </Button>
          )
        )}
        <Checkbox checked={remember} onChange={({ target }) => onRemember(target.checked)}>
          记住，下次同样处理
        </Checkbox>
      </div>
    </div>
  );
}

/** All tasks of the unit, found by code or words. */
function TaskSearch({ unitId, onChoose }: { unitId: number; onChoose: (code: string) => void }) {
  const { data } = useUnitDetail(unitId);
  const options = (data?.tasks ?? []).map(({ task }) => ({
    value: task.code,
    label: `${task.code}　${task.content}`,
  }));
  return (
    <Select
      size="small"
      autoFocus
      defaultOpen
      showSearch={{ optionFilterProp: 'label' }}
      className="task-search"
      aria-label="在本单位的任务里找"
      placeholder="输入编号或任务里的字"
      options={options}
      notFoundContent={data === undefined ? '正在读取…' : '没有这样的任务'}
      onChange={(code: string) => onChoose(code)}
    />
  );
}
