/** What units say. A report is never overwritten: the trigger refuses it whoever asks. */
import { isDate, isFilled, isInstant, isPeriod } from './checks.ts';

export const progressTables = `
CREATE TABLE progress_report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  period TEXT NOT NULL CHECK (${isPeriod('period')}),
  period_end TEXT NOT NULL CHECK (${isDate('period_end')}),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  narrative TEXT NOT NULL,
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  status TEXT CHECK (status IN ('not_started', 'in_progress', 'blocked', 'completed')),
  problems TEXT NOT NULL,
  next_step TEXT NOT NULL,
  reporter TEXT NOT NULL,
  phone TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('entry', 'import')),
  return_file_id INTEGER REFERENCES return_file (id) ON DELETE RESTRICT,
  source_sheet TEXT,
  source_row INTEGER CHECK (source_row >= 1),
  source_cells TEXT CHECK (json_valid(source_cells)),
  created_at TEXT NOT NULL CHECK (${isInstant('created_at')}),
  created_by TEXT NOT NULL CHECK (${isFilled('created_by')}),
  UNIQUE (task_id, unit_id, period, revision),
  CHECK ((source = 'import') = (return_file_id IS NOT NULL))
) STRICT;
CREATE INDEX progress_report_latest ON progress_report (task_id, period_end, period, unit_id, revision);
CREATE INDEX progress_report_by_period ON progress_report (period, unit_id, task_id, revision);
CREATE INDEX progress_report_by_unit ON progress_report (unit_id, period_end);
CREATE INDEX progress_report_by_return ON progress_report (return_file_id)
  WHERE return_file_id IS NOT NULL;

CREATE TRIGGER progress_report_is_never_overwritten BEFORE UPDATE ON progress_report
BEGIN
  SELECT RAISE(ABORT, 'progress_report is never overwritten: add a revision');
END;

CREATE TABLE target_reading (
  report_id INTEGER NOT NULL REFERENCES progress_report (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES target (id) ON DELETE RESTRICT,
  value REAL NOT NULL,
  PRIMARY KEY (report_id, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX target_reading_by_target ON target_reading (target_id);
`;
