import { Alert, Button } from 'antd';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { timeText } from '../../components/format.ts';

interface OvertakenProps {
  /** The task as it stands now. */
  task: TaskDetail;
  onTakeNote: () => void;
}

/** 「由陈科长于 2024/06/28 15:04 」 */
function whoText({ changes: [last] }: TaskDetail): string {
  return last === undefined ? '' : `由${last.actor}于 ${timeText(last.at)} `;
}

/** Somebody else saved this task while it was being edited: their text, and the way on. */
export function Overtaken({ task, onTakeNote }: OvertakenProps) {
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      title={`这项任务已${whoText(task)}改过，您的修改还没有保存`}
      description={
        <>
          <p>您输入的内容还在下面。现在库里的文字是：</p>
          <blockquote>
            {task.content}
            {task.remark !== '' && <p>备注：{task.remark}</p>}
          </blockquote>
          <p>请对照一下，把要保留的并入下面的文字，再保存。</p>
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
