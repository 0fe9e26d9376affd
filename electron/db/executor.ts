/**
 * What a repository function is given first. A reader works inside or outside a transaction and cannot write;
 * a writer is a transaction, so that nothing is ever half written.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

export type Reader = Pick<Kysely<Database>, 'selectFrom'>;
export type Writer = Transaction<Database>;
