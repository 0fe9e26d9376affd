/** What the program remembers of itself: who changed what, and how a person likes the screens. */
import { isFilled, isInstant } from './checks.ts';

export const journalTables = `
CREATE TABLE preference (
  key TEXT NOT NULL PRIMARY KEY CHECK (key GLOB '[a-z]*'),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (${isInstant('at')}),
  actor TEXT NOT NULL CHECK (${isFilled('actor')}),
  origin TEXT NOT NULL CHECK (origin IN ('window', 'command_line', 'seed')),
  action TEXT NOT NULL CHECK (${isFilled('action')}),
  entity TEXT NOT NULL CHECK (entity IN ('task', 'unit', 'batch', 'document')),
  entity_id INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_log_by_entity ON change_log (entity, entity_id, at);
`;
