import './marks.css';

interface PercentCellProps {
  /** 0 to 100; null when none was given. */
  percent: number | null;
}

/** 「85%」 over a thin bar; a dash where nothing was reported. */
export function PercentCell({ percent }: PercentCellProps) {
  if (percent === null) {
    return (
      <span className="percent-none">
        <span aria-hidden>—</span>
        <span className="visually-hidden">未报完成比例</span>
      </span>
    );
  }
  return (
    <span className="percent">
      {percent}%
      <svg className="percent-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
        <rect className="percent-bar-ground" width="100" height="4" />
        <rect
          className={percent >= 100 ? 'percent-bar-done' : 'percent-bar-part'}
          width={percent}
          height="4"
        />
      </svg>
    </span>
  );
}
