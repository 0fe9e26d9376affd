/** The services over one data folder, the same for the window and the command line. */
import type { Kysely } from 'kysely';
import type { Database } from './db/schema.ts';
import { openDatabase } from './db/sqlite/open.ts';
import { listSeedNotices, loadSeeds } from './document/load-seeds.ts';
import { createExcelWorker } from './excel/excel-worker.ts';
import type { RuntimePaths } from './paths.ts';
import { createActionsService } from './services/actions.service.ts';
import { createApplicationService } from './services/application.service.ts';
import { createAssessService } from './services/assess.service.ts';
import type { ServiceContext } from './services/context.ts';
import { createDueChanges } from './services/due-changes.ts';
import { createFormsService } from './services/forms.service.ts';
import { createLedgersService } from './services/ledgers.service.ts';
import { createLightsService } from './services/lights.service.ts';
import { createProposalMemory } from './services/lights-plans.ts';
import { createLogService } from './services/log.service.ts';
import { contextWithOperator } from './services/operator.ts';
import { createOverviewService } from './services/overview.service.ts';
import { createPlanService } from './services/plan.service.ts';
import { createProgressService } from './services/progress.service.ts';
import { createRedoService } from './services/redo.service.ts';
import { createRedoFileService } from './services/redo-file.service.ts';
import { createReturnsService } from './services/returns.service.ts';
import { createImportService } from './services/returns-import.service.ts';
import { createRulesService } from './services/rules.service.ts';
import { isSeeded, type SeedResult, seedDatabase } from './services/seed.service.ts';
import { createTasksService } from './services/tasks.service.ts';
import { createUnitsService } from './services/units.service.ts';

export type Application = Awaited<ReturnType<typeof openApplication>>;

/**
 * Opens the data folder, seeds it on first use, and puts the services together.
 * @throws AppError when the folder, the database or a seed file is not fit for use; nothing stays open then
 */
export async function openApplication(paths: RuntimePaths, directory: string, opener: ServiceContext) {
  const open = await openDatabase({ directory });
  try {
    const { database } = open;
    const context = await contextWithOperator(database, opener);
    const seed = () => seedNotices(database, paths.seedsDirectory, context);
    if (!(await isSeeded(database))) await seed();
    const dueChanges = createDueChanges(database, context);
    await dueChanges.ensure();
    const proposals = createProposalMemory();
    const excel = createExcelWorker(paths.excelWorkerFile);
    const returns = createReturnsService({ open, excel, context });
    const imports = createImportService({ open, excel, context });
    const units = createUnitsService(database, context);
    const ledgers = createLedgersService({ database, excel, context, proposals });
    const lights = createLightsService(database, context, proposals);
    return {
      open,
      seed,
      application: createApplicationService(open, context),
      tasks: createTasksService(database, context, dueChanges),
      progress: createProgressService(database, context),
      units,
      ledgers,
      forms: createFormsService({ database, excel, context }),
      returns,
      redo: createRedoService({ database, excel, returns, context }),
      imports,
      redoFiles: createRedoFileService({ database, directory, excel, imports, units, context }),
      overview: createOverviewService({ database, excel, context }),
      lights,
      rules: createRulesService(database, context),
      plan: createPlanService({ open, excel, context, dueChanges }),
      actions: createActionsService({ open, lights, proposals, context }),
      assess: createAssessService({ open, excel, lights, ledgers, context }),
      log: createLogService(database, excel),
      async close() {
        await excel.close();
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** Stores every notice of the seeds folder that is not stored yet; each in a transaction of its own. */
async function seedNotices(
  database: Kysely<Database>,
  seedsDirectory: string,
  context: ServiceContext,
): Promise<SeedResult> {
  const seedContext: ServiceContext = { ...context, origin: 'seed' };
  const results: SeedResult[] = [];
  for (const name of listSeedNotices(seedsDirectory)) {
    results.push(await seedDatabase(database, loadSeeds(seedsDirectory, name), seedContext));
  }
  const last = results.at(-1);
  if (last === undefined) throw new Error('listSeedNotices answers at least one notice');
  return { ...last, seeded: results.some((result) => result.seeded) };
}
