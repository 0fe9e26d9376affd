/** The return desk: files under review, returns sent back to be redone, and what a person taught of a unit's tables. */
import { isDate, isDigest, isFilled, isInstant, isPeriod } from '../0010/checks.ts';

const receivedColumns = `
ALTER TABLE return_file ADD COLUMN received_on TEXT CHECK (${isDate('received_on')});
ALTER TABLE progress_report ADD COLUMN reported_on TEXT CHECK (${isDate('reported_on')});
`;

const deskTables = `
CREATE TABLE desk_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  file_name TEXT NOT NULL CHECK (${isFilled('file_name')}),
  source TEXT NOT NULL,
  modified_at TEXT CHECK (${isInstant('modified_at')}),
  added_at TEXT NOT NULL CHECK (${isInstant('added_at')}),
  added_by TEXT NOT NULL CHECK (${isFilled('added_by')}),
  received_on TEXT NOT NULL CHECK (${isDate('received_on')}),
  expected_period TEXT CHECK (${isPeriod('expected_period')}),
  stated_unit_id INTEGER REFERENCES unit (id) ON DELETE SET NULL,
  stated_period TEXT CHECK (${isPeriod('stated_period')}),
  decisions TEXT NOT NULL CHECK (json_valid(decisions))
) STRICT;
CREATE INDEX desk_file_by_digest ON desk_file (sha256);
CREATE INDEX desk_file_by_unit ON desk_file (stated_unit_id) WHERE stated_unit_id IS NOT NULL;
`;

const redoTables = `
CREATE TABLE return_redo (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  file_name TEXT NOT NULL CHECK (${isFilled('file_name')}),
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  period TEXT NOT NULL CHECK (${isPeriod('period')}),
  received_on TEXT NOT NULL CHECK (${isDate('received_on')}),
  reason TEXT NOT NULL CHECK (${isFilled('reason')}),
  problems INTEGER NOT NULL CHECK (problems >= 0),
  returned_at TEXT NOT NULL CHECK (${isInstant('returned_at')}),
  returned_by TEXT NOT NULL CHECK (${isFilled('returned_by')}),
  withdrawn_at TEXT CHECK (${isInstant('withdrawn_at')}),
  withdrawn_by TEXT CHECK (${isFilled('withdrawn_by')}),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;
CREATE INDEX return_redo_by_unit ON return_redo (unit_id, period);
CREATE INDEX return_redo_by_period ON return_redo (period);
CREATE INDEX return_redo_by_digest ON return_redo (sha256);
`;

const learnedTables = `
CREATE TABLE learned_heading (
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  heading TEXT NOT NULL CHECK (${isFilled('heading')}),
  role TEXT NOT NULL CHECK (${isFilled('role')}),
  created_at TEXT NOT NULL CHECK (${isInstant('created_at')}),
  created_by TEXT NOT NULL CHECK (${isFilled('created_by')}),
  PRIMARY KEY (unit_id, heading)
) STRICT, WITHOUT ROWID;

CREATE TABLE learned_task_text (
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (${isFilled('text')}),
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL CHECK (${isInstant('created_at')}),
  created_by TEXT NOT NULL CHECK (${isFilled('created_by')}),
  PRIMARY KEY (unit_id, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX learned_task_text_by_task ON learned_task_text (task_id);
`;

export const returnDeskTables = receivedColumns + deskTables + redoTables + learnedTables;
