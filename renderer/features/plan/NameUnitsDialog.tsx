import { Button, Checkbox } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { NamedGroup } from '#shared/contract/named-units.ts';
import { useNameUnits, useTaskPlan } from '../../api/plan.ts';
import '../../components/confirm-dialog.css';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';

interface NameUnitsDialogProps {
  taskId: number;
  code: string;
  onClose: () => void;
}

/** Which concrete units a 相关… group of the task means; forms, returns and lights follow. */
export function NameUnitsDialog({ taskId, code, onClose }: NameUnitsDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { data, error } = useTaskPlan(taskId);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="confirm-dialog plan-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{code} 明确单位</h2>
      {error !== null && <ErrorNotice title="没有读出来" error={error} />}
      {data === undefined && error === null && <LoadingState />}
      <p>{data?.content}</p>
      {data?.groups.map((group) => (
        <GroupChoice key={group.groupId} taskId={taskId} group={group} />
      ))}
      <div className="confirm-dialog-actions">
        <Button onClick={onClose}>关闭</Button>
      </div>
    </dialog>
  );
}

function GroupChoice({ taskId, group }: { taskId: number; group: NamedGroup }) {
  const [chosen, setChosen] = useState(group.chosen);
  const { mutate, error, isPending, isSuccess } = useNameUnits();
  return (
    <fieldset className="plan-group">
      <legend>
        {group.name}：已选 {chosen.length} 个
      </legend>
      <Checkbox.Group
        value={chosen}
        options={group.candidates.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      {error !== null && <ErrorNotice title="单位没有保存" error={error} />}
      <div>
        <Button
          type="primary"
          loading={isPending}
          onClick={() => mutate({ taskId, groupId: group.groupId, unitIds: chosen })}
        >
          保存{group.name}
        </Button>
        {isSuccess && <span role="status"> 已保存。</span>}
      </div>
    </fieldset>
  );
}
