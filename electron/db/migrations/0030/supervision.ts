/** Lights' settings and overrides, 督办动作 with their numbers and papers, scores, and what was published. */
import { isDate, isDigest, isFilled, isInstant, isPeriod } from '../0010/checks.ts';

const written = `
  created_at TEXT NOT NULL CHECK (${isInstant('created_at')}),
  created_by TEXT NOT NULL CHECK (${isFilled('created_by')})`;

const withdrawn = `
  withdrawn_at TEXT CHECK (${isInstant('withdrawn_at')}),
  withdrawn_by TEXT CHECK (${isFilled('withdrawn_by')}),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))`;

const lightTables = `
CREATE TABLE light_setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  effective_from TEXT NOT NULL UNIQUE CHECK (${isDate('effective_from')}),
  settings TEXT NOT NULL CHECK (json_valid(settings)),${written}
) STRICT;

CREATE TABLE light_override (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  unit_id INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
  light TEXT NOT NULL CHECK (${isFilled('light')}),
  reason TEXT NOT NULL CHECK (${isFilled('reason')}),
  from_date TEXT NOT NULL CHECK (${isDate('from_date')}),
  until_date TEXT NOT NULL CHECK (${isDate('until_date')}),${written},${withdrawn}
) STRICT;
CREATE INDEX light_override_by_task ON light_override (task_id);
CREATE INDEX light_override_by_unit ON light_override (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX progress_report_completed ON progress_report (task_id, unit_id, period_end)
  WHERE status = 'completed' OR (status IS NULL AND percent = 100);
`;

const actionTables = `
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (${isFilled('kind')}),
  colour TEXT CHECK (colour IN ('blue', 'yellow', 'red')),
  unit_id INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
  period TEXT CHECK (${isPeriod('period')}),
  number_year INTEGER,
  number INTEGER CHECK (number >= 1),
  title TEXT NOT NULL CHECK (${isFilled('title')}),
  reason TEXT NOT NULL,
  acted_on TEXT NOT NULL CHECK (${isDate('acted_on')}),
  answer_due TEXT CHECK (${isDate('answer_due')}),
  state TEXT NOT NULL CHECK (${isFilled('state')}),
  answer TEXT NOT NULL,
  answered_on TEXT CHECK (${isDate('answered_on')}),
  closed_on TEXT CHECK (${isDate('closed_on')}),
  old_due TEXT CHECK (${isDate('old_due')}),
  new_due TEXT CHECK (${isDate('new_due')}),
  decided_on TEXT CHECK (${isDate('decided_on')}),
  decided_by TEXT NOT NULL,
  return_file_id INTEGER REFERENCES return_file (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL CHECK (version >= 1),${written},
  CHECK ((number IS NULL) = (number_year IS NULL)),
  UNIQUE (kind, number_year, number)
) STRICT;
CREATE INDEX action_by_unit ON action (unit_id, kind) WHERE unit_id IS NOT NULL;
CREATE INDEX action_by_state ON action (state, kind);
CREATE INDEX action_by_return ON action (return_file_id) WHERE return_file_id IS NOT NULL;

CREATE TABLE action_task (
  action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  PRIMARY KEY (action_id, task_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_task_by_task ON action_task (task_id);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL CHECK (entity IN ('task', 'milestone', 'task_move', 'action', 'unit_mark', 'publication')),
  entity_id INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  file_name TEXT NOT NULL CHECK (${isFilled('file_name')}),
  note TEXT NOT NULL,${written},${withdrawn}
) STRICT;
CREATE INDEX attachment_by_entity ON attachment (entity, entity_id);
CREATE INDEX attachment_by_digest ON attachment (sha256);
`;

const assessmentTables = `
CREATE TABLE score_rules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 9999),
  version INTEGER NOT NULL CHECK (version >= 1),
  effective_from TEXT CHECK (${isPeriod('effective_from')}),
  rules TEXT NOT NULL CHECK (json_valid(rules)),${written},
  UNIQUE (year, version)
) STRICT;

CREATE TABLE unit_mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  period TEXT NOT NULL CHECK (${isPeriod('period')}),
  kind TEXT NOT NULL CHECK (kind IN ('praise', 'leader_mark')),
  points REAL NOT NULL,
  reason TEXT NOT NULL CHECK (${isFilled('reason')}),${written},${withdrawn}
) STRICT;
CREATE INDEX unit_mark_by_unit ON unit_mark (unit_id, period);
CREATE INDEX unit_mark_by_period ON unit_mark (period);

CREATE TABLE publication (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  period TEXT NOT NULL CHECK (${isPeriod('period')}),
  edition INTEGER NOT NULL CHECK (edition >= 1),
  reason TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  published_at TEXT NOT NULL CHECK (${isInstant('published_at')}),
  published_by TEXT NOT NULL CHECK (${isFilled('published_by')}),
  UNIQUE (period, edition)
) STRICT;
CREATE TRIGGER publication_is_frozen_update BEFORE UPDATE ON publication
BEGIN
  SELECT RAISE(ABORT, 'a publication is frozen: publish a new edition');
END;
CREATE TRIGGER publication_is_frozen_delete BEFORE DELETE ON publication
BEGIN
  SELECT RAISE(ABORT, 'a publication is frozen: publish a new edition');
END;
`;

export const supervisionTables = lightTables + actionTables + assessmentTables;
