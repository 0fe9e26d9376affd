import type { ReactNode } from 'react';
import './page-header.css';

interface PageHeaderProps {
  title: ReactNode;
  /** One quiet line under or beside the title: counts, or what the screen is for. */
  note?: ReactNode;
  /** Above the title: the way back. */
  back?: ReactNode;
  /** Buttons at the right end. */
  actions?: ReactNode;
}

/** The head of every screen; its title is the screen's only h1. */
export function PageHeader({ title, note, back, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        {back !== undefined && <div className="page-header-back">{back}</div>}
        <h1 className="page-header-title">{title}</h1>
        {note !== undefined && <div className="page-header-note">{note}</div>}
      </div>
      {actions !== undefined && <div className="page-header-actions">{actions}</div>}
    </header>
  );
}
