/** What the program says of itself, and what its screens remember. */
import type { ApplicationInfo } from '#shared/contract/application.ts';
import type { IssuingOffice } from '#shared/domain/issuing-office.ts';
import { countReports, countStored } from '../db/repositories/document.repository.ts';
import { findPreference, savePreference } from '../db/repositories/preference.repository.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import { readIssuingOffice, setIssuingOffice } from './issuing-office.ts';
import { type OperatorContext, setOperator } from './operator.ts';

export interface ApplicationService {
  /** The part of {@link ApplicationInfo} that stands in the database. */
  summary(): Promise<Pick<ApplicationInfo, 'operator' | 'schemaVersion' | 'counts'>>;
  readPreference(key: string): Promise<string | null>;
  writePreference(key: string, value: string): Promise<void>;
  /** @throws AppError `bad_input` for an empty name */
  setOperator(name: string): Promise<void>;
  office(): Promise<IssuingOffice>;
  /** @throws AppError `bad_input` for an empty name */
  setOffice(office: IssuingOffice): Promise<IssuingOffice>;
}

export function createApplicationService(open: OpenDatabase, context: OperatorContext): ApplicationService {
  const { database, schemaVersion } = open;
  return {
    async summary() {
      const { documents, tasks, units } = await countStored(database);
      const counts = { documents, tasks, units, reports: await countReports(database) };
      return { operator: context.operator, schemaVersion, counts };
    },
    readPreference: (key) => findPreference(database, key),
    writePreference: (key, value) =>
      database.transaction().execute((writer) => savePreference(writer, key, value)),
    async setOperator(name) {
      await database.transaction().execute((writer) => setOperator(writer, context, name));
      context.rename(name.trim());
    },
    office: () => readIssuingOffice(database),
    setOffice: (office) =>
      database.transaction().execute(async (writer) => {
        await setIssuingOffice(writer, context, office);
        return readIssuingOffice(writer);
      }),
  };
}
