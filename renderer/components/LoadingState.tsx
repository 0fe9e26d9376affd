import './states.css';

/** Quiet words instead of a spinner: the data is on this computer and usually there before they are read. */
export function LoadingState({ label = '正在读取…' }: { label?: string }) {
  return (
    <div className="state state-loading" role="status">
      {label}
    </div>
  );
}
