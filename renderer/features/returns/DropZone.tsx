import { Button } from 'antd';
import { type DragEvent, type ReactNode, useState } from 'react';
import { chooseReturns } from '../../api/application.ts';
import { pathForFile } from '../../api/bridge.ts';

interface DropZoneProps {
  /** Files are on the screen already: the zone is only a line then. */
  compact: boolean;
  disabled: boolean;
  onFiles: (paths: string[]) => void;
  onError: (error: unknown) => void;
  children: ReactNode;
}

/** The whole screen takes files that are dropped on it; the button does the same from the keyboard. */
export function DropZone({ compact, disabled, onFiles, onError, children }: DropZoneProps) {
  const [hovering, setHovering] = useState(false);
  const choose = () => {
    chooseReturns().then((paths) => paths.length > 0 && onFiles(paths), onError);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setHovering(false);
    const paths = [...event.dataTransfer.files].map(pathForFile).filter((path) => path !== '');
    if (!disabled && paths.length > 0) onFiles(paths);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button is the keyboard's way to the same thing
    <div
      className={hovering ? 'drop-area drop-area-hover' : 'drop-area'}
      onDragOver={(event) => {
        event.preventDefault();
        setHovering(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setHovering(false);
      }}
      onDrop={drop}
    >
      <div className={compact ? 'drop-invitation drop-invitation-compact' : 'drop-invitation sheet'}>
        <Button type={compact ? 'default' : 'primary'} disabled={disabled} onClick={choose}>
          {compact ? '再加文件…' : '选择回表文件…'}
        </Button>
        <span className="muted">
          {compact
            ? '也可以把文件拖到这里。'
            : '或把单位发回的文件拖到这里，可以一次拖入很多份。支持 .xlsx、.xls、.et、.ods、.csv。'}
        </span>
      </div>
      {children}
    </div>
  );
}
