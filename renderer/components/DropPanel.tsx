import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './drop-panel.css';

interface DropPanelProps {
  label: string;
  icon?: ReactNode;
  /** Made anew each time it opens. */
  children: () => ReactNode;
}

/** A button that opens a small panel under it. Tab goes on into the panel; Esc and a click elsewhere close it. */
export function DropPanel({ label, icon, children }: DropPanelProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  useEffect(() => {
    if (!open) return;
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Esc from the controls inside
    <div className="drop-panel" ref={place} onKeyDown={closeOnEscape}>
      <Button
        ref={button}
        icon={icon}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open && (
        <div id={panelId} className="drop-panel-content">
          {children()}
        </div>
      )}
    </div>
  );
}
