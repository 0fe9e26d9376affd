import { Button, Form, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { useEditTask } from '../../api/tasks.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LeaveWarning } from './LeaveWarning.tsx';
import { Overtaken } from './Overtaken.tsx';

interface TaskEditFormProps {
  task: TaskDetail;
  onClose: () => void;
}

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
  const ids = { content: useId(), remark: useId(), reason: useId() };

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
      {error !== null && error.code !== 'stale' && <ErrorNotice title="没有保存" error={error} />}
      <LeaveWarning unsaved={changed && !isPending} />
      <div className="task-edit-source">
        <b>通知原文</b>
        <p>{task.sourceContent}</p>
      </div>
      {overtaken && <Overtaken task={task} onTakeNote={() => setOpened(task)} />}
      <Form.Item label="重点工作" htmlFor={ids.content} layout="vertical">
        <Input.TextArea
          id={ids.content}
          value={content}
          onChange={(event) => setContent(event.target.value)}
          className="grow-with-text"
          required
        />
      </Form.Item>
      <Form.Item label="备注" htmlFor={ids.remark} layout="vertical">
        <Input.TextArea
          id={ids.remark}
          value={remark}
          onChange={(event) => setRemark(event.target.value)}
          className="grow-with-text"
        />
      </Form.Item>
      <Form.Item
        label="勘误理由"
        htmlFor={ids.reason}
        layout="vertical"
        extra={
          contentChanged ? '改了重点工作的文字就要写明理由，它会和通知原文一起保留。' : '只改备注时可以不填。'
        }
      >
        <Input
          id={ids.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={200}
          required={contentChanged}
          placeholder="例如：通知原文此处有误，已与区发改局核对"
        />
      </Form.Item>
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
