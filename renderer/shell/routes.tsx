/** Every screen and its address. A screen's code is fetched when it is first opened. */
import { createHashRouter, type RouteObject, redirect } from 'react-router';
import { LoadingState } from '../components/LoadingState.tsx';
import { RouteError } from './RouteError.tsx';
import { Shell } from './Shell.tsx';

type ScreenModule = { default: React.ComponentType };

function screen(path: string, load: () => Promise<ScreenModule>): RouteObject {
  return {
    path,
    lazy: async () => ({ Component: (await load()).default }),
    ErrorBoundary: RouteError,
  };
}

/** Where the program opens, and where an address that means nothing leads. */
const toTasks = { loader: () => redirect('/tasks'), Component: LoadingState };

export const routes: RouteObject[] = [
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: RouteError,
    HydrateFallback: () => <LoadingState />,
    children: [
      { index: true, ...toTasks },
      screen('tasks', () => import('../features/tasks/TasksScreen.tsx')),
      screen('tasks/:id', () => import('../features/tasks/TaskScreen.tsx')),
      screen('plan', () => import('../features/plan/PlanScreen.tsx')),
      screen('plan/leaders', () => import('../features/plan/LeadersScreen.tsx')),
      screen('help', () => import('../features/help/HelpScreen.tsx')),
      screen('lights', () => import('../features/lights/LightsScreen.tsx')),
      screen('progress', () => import('../features/progress/ProgressScreen.tsx')),
      screen('exports', () => import('../features/exports/ExportsScreen.tsx')),
      screen('returns', () => import('../features/returns/ReturnsScreen.tsx')),
      screen('standing', () => import('../features/standing/StandingScreen.tsx')),
      screen('units', () => import('../features/units/UnitsScreen.tsx')),
      screen('actions', () => import('../features/actions/ActionsScreen.tsx')),
      screen('assess', () => import('../features/assess/AssessScreen.tsx')),
      screen('rules', () => import('../features/rules/RulesScreen.tsx')),
      screen('log', () => import('../features/log/LogScreen.tsx')),
      screen('units/:id', () => import('../features/units/UnitScreen.tsx')),
      { path: '*', ...toTasks },
    ],
  },
];

export function createAppRouter() {
  return createHashRouter(routes);
}
