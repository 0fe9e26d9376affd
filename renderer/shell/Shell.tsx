import { useEffect, useRef } from 'react';
import { Outlet, useLocation, useNavigate, useNavigation } from 'react-router';
import { NavigationBar } from './NavigationBar.tsx';
import { StatusBar } from './StatusBar.tsx';
import './shell.css';

/** Alt+← as in every browser: the window has no back button of its own. */
function useBackShortcut(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const goBack = (event: KeyboardEvent) => {
      if (event.altKey && event.key === 'ArrowLeft') void navigate(-1);
    };
    window.addEventListener('keydown', goBack);
    return () => window.removeEventListener('keydown', goBack);
  }, [navigate]);
}

/** After a change of screen the focus starts at its content, where a reader's attention is. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const arrived = useRef(pathname);
  useEffect(() => {
    if (arrived.current === pathname) return;
    arrived.current = pathname;
    if (main.current === null) return;
    main.current.focus({ preventScroll: true });
    main.current.scrollTop = 0;
  }, [pathname]);
  return main;
}

/** What stands around every screen. */
export function Shell() {
  useBackShortcut();
  const main = useFocusOnArrival();
  const isLoading = useNavigation().state === 'loading';
  return (
    <div className="shell">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        跳到内容
      </button>
      <NavigationBar />
      <main id="content" className="shell-main" ref={main} tabIndex={-1} aria-busy={isLoading}>
        <Outlet />
      </main>
      <StatusBar />
    </div>
  );
}
