import type { Handlers } from '#shared/contract/index.ts';
import type { Application } from '../open-application.ts';
import { createActionsHandlers } from './actions.handlers.ts';
import { createApplicationHandlers, type Desktop, type RuntimeFacts } from './application.handlers.ts';
import { createAssessHandlers } from './assess.handlers.ts';
import { createExportsHandlers } from './exports.handlers.ts';
import type { Jobs } from './jobs.ts';
import { createKnownPaths } from './known-paths.ts';
import { createLogHandlers } from './log.handlers.ts';
import { createPlanHandlers } from './plan.handlers.ts';
import { createReturnsHandlers } from './returns.handlers.ts';

interface HandlerDependencies {
  application: Application;
  desktop: Desktop;
  jobs: Jobs;
  facts: RuntimeFacts;
}

/** Everything the window may call. Services whose methods are the contract's own need no handler between. */
export function createHandlers({ application, desktop, jobs, facts }: HandlerDependencies): Handlers {
  const knownPaths = createKnownPaths();
  knownPaths.add(facts.dataDirectory);
  return {
    application: createApplicationHandlers({
      service: application.application,
      desktop,
      jobs,
      knownPaths,
      facts,
    }),
    tasks: application.tasks,
    progress: application.progress,
    units: application.units,
    exports: createExportsHandlers({
      ledgers: application.ledgers,
      forms: application.forms,
      jobs,
      knownPaths,
    }),
    returns: createReturnsHandlers({
      returns: application.returns,
      overview: application.overview,
      redo: application.redo,
      desktop,
      jobs,
      knownPaths,
    }),
    lights: application.lights,
    rules: application.rules,
    plan: createPlanHandlers({ plan: application.plan, desktop, knownPaths }),
    actions: createActionsHandlers({ actions: application.actions, desktop, knownPaths }),
    assess: createAssessHandlers({ assess: application.assess, jobs, knownPaths }),
    log: createLogHandlers(application.log, knownPaths),
  };
}
