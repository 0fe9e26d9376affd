import { type DragEvent, type ReactNode, useState } from 'react';
import { pathForFile } from '../../api/bridge.ts';

interface DropAreaProps {
  onPaths: (paths: string[]) => void;
  children: ReactNode;
}

/** The whole screen takes files, folders and .zip files dropped on it; the buttons above do the same by keyboard. */
export function DropArea({ onPaths, children }: DropAreaProps) {
  const [hovering, setHovering] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setHovering(false);
    const paths = [...event.dataTransfer.files].map(pathForFile).filter((path) => path !== '');
    if (paths.length > 0) onPaths(paths);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons are the keyboard's way to the same thing
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
      {children}
    </div>
  );
}
