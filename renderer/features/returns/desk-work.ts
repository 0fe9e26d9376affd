/** The one piece of long work the desk is at, as the bottom bar shows it. */
import type { JobProgress } from '#shared/contract/application.ts';
import type { useDeskReading } from '../../api/returns-reading.ts';

export interface DeskWork {
  title: string;
  done: number;
  /** 0 before the first word of it. */
  total: number;
  label: string;
  cancelling: boolean;
  cancel: () => void;
}

interface Job {
  isPending: boolean;
  progress: JobProgress | null;
  cancelling: boolean;
  cancel: () => void;
}

export function jobWork(title: string, { isPending, progress, cancelling, cancel }: Job): DeskWork | null {
  if (!isPending) return null;
  const { done, total, label } = progress ?? { done: 0, total: 0, label: '' };
  return { title, done, total, label, cancelling, cancel };
}

export function readingWork(reading: ReturnType<typeof useDeskReading>): DeskWork | null {
  const { collecting, progress, cancelling, cancel } = reading;
  if (collecting.isPending) return jobWork('正在收取', { ...collecting, cancel });
  if (progress === null) return null;
  // The file at work counts from one, as people count.
  return {
    title: '正在读取',
    ...progress,
    done: progress.done + 1,
    label: progress.fileName,
    cancelling,
    cancel,
  };
}
