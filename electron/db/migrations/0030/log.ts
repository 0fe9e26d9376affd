/** The log becomes append-only and chained by hash; what was logged before is chained in order when it moves over. */
import { isDigest, isFilled, isInstant } from '../0010/checks.ts';

export const chainedLog = `
ALTER TABLE change_log RENAME TO change_log_before;
DROP INDEX change_log_by_entity;
CREATE TABLE change_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (${isInstant('at')}),
  actor TEXT NOT NULL CHECK (${isFilled('actor')}),
  origin TEXT NOT NULL CHECK (origin IN ('window', 'command_line', 'seed')),
  action TEXT NOT NULL CHECK (${isFilled('action')}),
  entity TEXT NOT NULL CHECK (${isFilled('entity')}),
  entity_id INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  previous_hash TEXT NOT NULL CHECK (${isDigest('previous_hash')}),
  hash TEXT NOT NULL UNIQUE CHECK (${isDigest('hash')})
) STRICT;
CREATE INDEX change_log_by_entity ON change_log (entity, entity_id, at);
CREATE INDEX change_log_by_time ON change_log (at);
`;

export const sealedLog = `
DROP TABLE change_log_before;
CREATE TRIGGER change_log_is_append_only_update BEFORE UPDATE ON change_log
BEGIN
  SELECT RAISE(ABORT, 'change_log is append-only');
END;
CREATE TRIGGER change_log_is_append_only_delete BEFORE DELETE ON change_log
BEGIN
  SELECT RAISE(ABORT, 'change_log is append-only');
END;
`;
