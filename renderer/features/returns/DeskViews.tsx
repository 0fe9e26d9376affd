import { Link } from 'react-router';

/** The desk, and what was imported before. */
export function DeskViews({ view }: { view: 'desk' | 'history' }) {
  return (
    <nav className="desk-views" aria-label="回表">
      <Link to="/returns" aria-current={view === 'desk' ? 'page' : undefined}>
        回表台
      </Link>
      <Link to="/returns?view=history" aria-current={view === 'history' ? 'page' : undefined}>
        以往的导入
      </Link>
    </nav>
  );
}
