/** The whole bridge: every area the renderer may call. */
import { actionsContract } from './actions.ts';
import { applicationContract } from './application.ts';
import { assessContract } from './assess.ts';
import { exportsContract } from './exports.ts';
import { lightsContract } from './lights.ts';
import { logContract } from './log.ts';
import type { AreaClient, AreaHandlers } from './method.ts';
import { planContract } from './plan.ts';
import { progressContract } from './progress.ts';
import { returnsContract } from './returns.ts';
import { rulesContract } from './rules.ts';
import { tasksContract } from './tasks.ts';
import { unitsContract } from './units.ts';

export const contract = {
  application: applicationContract,
  tasks: tasksContract,
  progress: progressContract,
  units: unitsContract,
  exports: exportsContract,
  returns: returnsContract,
  lights: lightsContract,
  rules: rulesContract,
  plan: planContract,
  actions: actionsContract,
  assess: assessContract,
  log: logContract,
} as const;

export type Contract = typeof contract;
export type AreaName = keyof Contract;
export type Client = { [K in AreaName]: AreaClient<Contract[K]> };
export type Handlers = { [K in AreaName]: AreaHandlers<Contract[K]> };
