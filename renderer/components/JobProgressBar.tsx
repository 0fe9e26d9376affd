import { Button, Progress } from 'antd';
import type { JobProgress } from '#shared/contract/application.ts';
import './states.css';

interface JobProgressBarProps {
  /** What is going on: 「正在导出填报表」. */
  title: string;
  job: {
    isPending: boolean;
    /** Null before the first word of it. */
    progress: JobProgress | null;
    cancelling: boolean;
    cancel: () => void;
  };
}

/** Long work while it goes on: how far it is, what it is at, and the way to stop it. */
export function JobProgressBar({ title, job }: JobProgressBarProps) {
  const { isPending, progress, cancelling, cancel } = job;
  if (!isPending) return null;
  const total = progress?.total ?? 0;
  const percent = progress === null || total === 0 ? 0 : Math.floor((progress.done / total) * 100);
  return (
    <div className="job" role="status" aria-live="polite">
      <div className="job-words">
        <span>{cancelling ? '正在取消…' : title}</span>
        {progress !== null && (
          <span className="job-label">
            {progress.done}/{progress.total}　{progress.label}
          </span>
        )}
      </div>
      <Progress percent={percent} size="small" status="active" aria-label={title} />
      <Button size="small" onClick={cancel} disabled={cancelling}>
        取消
      </Button>
    </div>
  );
}
