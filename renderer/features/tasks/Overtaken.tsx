import { Alert, Button } from 'antd';
import type { TaskDetail } from '#shared/contract/tasks.ts';

interface OvertakenProps {
  /** The task as it stands now. */
  task: TaskDetail;
  onTakeNote: () => void;
}

/** Somebody else saved this task while it was being edited: their text, and the way on. */
export function Overtaken({ task, onTakeNote }: OvertakenProps) {
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      title="这项任务在您修改期间被别人改过"
      description={
        <>
          <p>您输入的内容还在下面。现在库里的文字是：</p>
          <blockquote className="task-text">{task.content}</blockquote>
          {task.remark !== '' && <p>备注：{task.remark}</p>}
          <p>请对照后决定：需要保留的部分并入下面的文字，再保存。</p>
        </>
      }
      action={
        <Button size="small" onClick={onTakeNote}>
          已对照，继续修改
        </Button>
      }
    />
  );
}
