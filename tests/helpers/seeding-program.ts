/** Run as a process of its own: opens a data folder, seeds it, and says how many tasks there are and who did it. */
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { loadSeeds } from '#electron/document/load-seeds.ts';
import { seedDatabase } from '#electron/services/seed.service.ts';

const seeds = loadSeeds(fileURLToPath(new URL('../../seeds', import.meta.url)));
const open = await openDatabase({ directory: process.argv[2] ?? '' });
const context = { operator: '测试员', origin: 'seed', now: () => new Date() } as const;
const { tasks, seeded } = await seedDatabase(open.database, seeds, context);
process.stdout.write(`${tasks} ${seeded}\n`);
await open.close();
