/** What an annual notice asks for: sections, tasks, who does them, targets, corrections. */
import { isDate, isDigest, isFilled, isInstant, isPeriod } from './checks.ts';

const documentTables = `
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE CHECK (${isFilled('number')}),
  title TEXT NOT NULL CHECK (${isFilled('title')}),
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 9999),
  issue_date TEXT NOT NULL CHECK (${isDate('issue_date')}),
  source_text TEXT NOT NULL,
  source_sha256 TEXT NOT NULL CHECK (${isDigest('source_sha256')}),
  created_at TEXT NOT NULL CHECK (${isInstant('created_at')})
) STRICT;

CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('key', 'livelihood')),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 99),
  label TEXT NOT NULL CHECK (${isFilled('label')}),
  title TEXT NOT NULL,
  leader_id INTEGER REFERENCES leader (id) ON DELETE RESTRICT,
  remark TEXT NOT NULL,
  UNIQUE (document_id, kind, ordinal)
) STRICT;
CREATE INDEX section_by_leader ON section (leader_id);

CREATE TABLE period (
  period TEXT NOT NULL PRIMARY KEY CHECK (${isPeriod('period')}),
  deadline TEXT NOT NULL CHECK (${isDate('deadline')})
) STRICT, WITHOUT ROWID;
`;

const taskTables = `
CREATE TABLE shared_work (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX shared_work_by_document ON shared_work (document_id);

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  section_id INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  leader_id INTEGER REFERENCES leader (id) ON DELETE RESTRICT,
  shared_work_id INTEGER REFERENCES shared_work (id) ON DELETE SET NULL,
  code TEXT NOT NULL CHECK (${isFilled('code')}),
  kind TEXT NOT NULL CHECK (kind IN ('key', 'livelihood')),
  row_number INTEGER NOT NULL CHECK (row_number >= 1),
  content TEXT NOT NULL CHECK (${isFilled('content')}),
  source_content TEXT NOT NULL CHECK (${isFilled('source_content')}),
  remark TEXT NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line >= 1),
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  UNIQUE (document_id, code),
  UNIQUE (section_id, row_number)
) STRICT;
CREATE INDEX task_by_kind ON task (kind, document_id);
CREATE INDEX task_by_leader ON task (leader_id);
CREATE INDEX task_by_shared_work ON task (shared_work_id) WHERE shared_work_id IS NOT NULL;

CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  from_text TEXT NOT NULL,
  to_text TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (${isFilled('reason')}),
  created_at TEXT CHECK (${isInstant('created_at')}),
  created_by TEXT CHECK (${isFilled('created_by')}),
  CHECK (from_text <> to_text),
  CHECK ((created_at IS NULL) = (created_by IS NULL))
) STRICT;
CREATE INDEX correction_by_task ON correction (task_id);
`;

const roleTables = `
CREATE TABLE task_unit (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  role TEXT NOT NULL CHECK (role IN ('lead', 'member', 'party_lead', 'support')),
  printed TEXT NOT NULL CHECK (${isFilled('printed')}),
  position INTEGER NOT NULL CHECK (position >= 0),
  UNIQUE (task_id, position)
) STRICT;
CREATE INDEX task_unit_by_unit ON task_unit (unit_id, role, task_id);

CREATE TABLE task_reporting_unit (
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  PRIMARY KEY (task_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_reporting_unit_by_unit ON task_reporting_unit (unit_id, task_id);

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL CHECK (${isFilled('name')}),
  comparator TEXT NOT NULL CHECK (comparator IN ('>=', '<=', '=')),
  value REAL NOT NULL,
  measure TEXT NOT NULL,
  due TEXT NOT NULL CHECK (${isDate('due')}),
  UNIQUE (task_id, position)
) STRICT;
`;

export const noticeTables = documentTables + taskTables + roleTables;
