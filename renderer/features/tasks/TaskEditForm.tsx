import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { useEditTask } from '../../api/tasks.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { LeaveWarning } from '../../components/LeaveWarning.tsx';
import { Overtaken } from './Overtaken.tsx';

interface TaskEditFormProps {
  task: TaskDetail;
  onClose: () => void;
}

const reasonHints = {
  needed: '改了重点工作的文字就要写明理由，它会和通知原文一起保留。',
  optional: '只改备注时可以不填。',
};

/**
 * Edits the wording. What is typed stays whatever happens: when somebody else has changed the task meanwhile,
 * their text is shown above and saving again replaces it knowingly.
 */
export function TaskEditForm({ task, onClose }: TaskEditFormProps) {
  const [opened, setOpened] = useState(task);
  const [content, setContent] = useState(task.content);
  const [remark, setRemark] = useState(task.remark);
  const [reason, setReason] = useState('');
  const { mutate, error, isPending } = useEditTask();

  const contentChanged = content.trim() !== opened.content;
  const changed = contentChanged || remark.trim() !== opened.remark;
  const reasonMissing = contentChanged && reason.trim() === '';
  const overtaken = task.version !== opened.version && !isPending;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!changed) return onClose();
    mutate({ taskId: task.id, version: opened.version, content, remark, reason }, { onSuccess: onClose });
  };
  return (
    <form className="task-edit sheet" onSubmit={save} aria-label="修改任务">
      <LeaveWarning unsaved={changed && !isPending} />
      {error !== null && error.code !== 'stale' && <ErrorNotice title="没有保存" error={error} />}
      <div className="task-edit-source">
        <b>通知原文</b>
        <p>{task.sourceContent}</p>
      </div>
      {overtaken && <Overtaken task={task} onTakeNote={() => setOpened(task)} />}
      <Field label="重点工作">
        {(ids) => <GrowingText {...ids} value={content} onChange={setContent} />}
      </Field>
      <Field label="备注">{(ids) => <GrowingText {...ids} value={remark} onChange={setRemark} />}</Field>
      <Field label="勘误理由" hint={contentChanged ? reasonHints.needed : reasonHints.optional}>
        {(ids) => (
          <Input
            {...ids}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={200}
            required={contentChanged}
            placeholder="例如：通知原文此处有误，已与区发改局核对"
          />
        )}
      </Field>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={reasonMissing || overtaken}>
          保存
        </Button>
        <Button onClick={onClose} disabled={isPending}>
          取消
        </Button>
        {reasonMissing && <span className="muted">请先填写勘误理由。</span>}
      </div>
    </form>
  );
}

interface GrowingTextProps {
  id: string;
  value: string;
  onChange: (text: string) => void;
}

/** As high as its text. The kit's own autosize sets style attributes, which the security policy refuses. */
function GrowingText({ onChange, ...input }: GrowingTextProps) {
  return (
    <Input.TextArea
      {...input}
      className="grow-with-text"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
