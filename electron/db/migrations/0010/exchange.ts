/** What goes out to units and what comes back: issued forms, batches of returned files. */
import { isDigest, isFilled, isInstant, isPeriod } from './checks.ts';

export const returnTables = `
CREATE TABLE form_issue (
  id TEXT NOT NULL PRIMARY KEY CHECK (${isFilled('id')}),
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  period TEXT NOT NULL CHECK (${isPeriod('period')}),
  scope TEXT NOT NULL CHECK (scope IN ('lead', 'all')),
  file_name TEXT NOT NULL CHECK (${isFilled('file_name')}),
  issued_at TEXT NOT NULL CHECK (${isInstant('issued_at')}),
  issued_by TEXT NOT NULL CHECK (${isFilled('issued_by')})
) STRICT, WITHOUT ROWID;
CREATE INDEX form_issue_by_unit ON form_issue (unit_id, period);
CREATE INDEX form_issue_by_document ON form_issue (document_id);

CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('applied', 'undone')),
  created_at TEXT NOT NULL CHECK (${isInstant('created_at')}),
  created_by TEXT NOT NULL CHECK (${isFilled('created_by')}),
  undone_at TEXT CHECK (${isInstant('undone_at')}),
  undone_by TEXT CHECK (${isFilled('undone_by')}),
  CHECK ((state = 'undone') = (undone_at IS NOT NULL)),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;

CREATE TABLE return_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE RESTRICT,
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  file_name TEXT NOT NULL CHECK (${isFilled('file_name')}),
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  period TEXT NOT NULL CHECK (${isPeriod('period')}),
  form_id TEXT REFERENCES form_issue (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX return_file_by_batch ON return_file (batch_id);
CREATE INDEX return_file_by_digest ON return_file (sha256);
CREATE INDEX return_file_by_unit ON return_file (unit_id, period);
CREATE INDEX return_file_by_form ON return_file (form_id) WHERE form_id IS NOT NULL;
`;

/** After the reports they refer to. */
export const formRowTables = `
CREATE TABLE form_issue_row (
  form_id TEXT NOT NULL REFERENCES form_issue (id) ON DELETE CASCADE,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE RESTRICT,
  report_id INTEGER REFERENCES progress_report (id) ON DELETE SET NULL,
  PRIMARY KEY (form_id, task_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_issue_row_by_task ON form_issue_row (task_id);
CREATE INDEX form_issue_row_by_report ON form_issue_row (report_id) WHERE report_id IS NOT NULL;
`;
