import { useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { type AreaPath, areaOf, areas } from './navigation.ts';

/** Where each area was left, filters included, so that coming back does not start over. */
function useLastAddresses(): Partial<Record<AreaPath, string>> {
  const addresses = useRef<Partial<Record<AreaPath, string>>>({});
  const { pathname, search } = useLocation();
  const area = areaOf(pathname);
  if (area === pathname) addresses.current[area] = pathname + search;
  return addresses.current;
}

/** The program's name and the way to its five areas. */
export function NavigationBar() {
  const { pathname } = useLocation();
  const lastAddresses = useLastAddresses();
  const current = areaOf(pathname);
  return (
    <header className="navigation-bar">
      <span className="navigation-brand">督办台账</span>
      <nav aria-label="主导航">
        <ul className="navigation-list">
          {areas.map(({ path, label }) => (
            <li key={path}>
              <NavLink
                to={lastAddresses[path] ?? path}
                className={current === path ? 'navigation-link navigation-link-current' : 'navigation-link'}
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
