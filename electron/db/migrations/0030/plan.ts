/** What a task is to do by when, who heads it from when, and what became of it. */
import { isDate, isFilled, isInstant } from '../0010/checks.ts';

const written = `
  created_at TEXT NOT NULL CHECK (${isInstant('created_at')}),
  created_by TEXT NOT NULL CHECK (${isFilled('created_by')})`;

const planTables = `
ALTER TABLE task ADD COLUMN listed_from TEXT CHECK (${isDate('listed_from')});

CREATE TABLE task_plan (
  task_id INTEGER NOT NULL PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE,
  responsible_leader TEXT NOT NULL,
  responsible_person TEXT NOT NULL,
  contact TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  work_plan TEXT NOT NULL,
  due TEXT NOT NULL CHECK (${isDate('due')}),
  trajectory TEXT NOT NULL CHECK (json_valid(trajectory)),
  version INTEGER NOT NULL CHECK (version >= 1),
  confirmed_at TEXT NOT NULL CHECK (${isInstant('confirmed_at')}),
  confirmed_by TEXT NOT NULL CHECK (${isFilled('confirmed_by')})
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  title TEXT NOT NULL CHECK (${isFilled('title')}),
  due TEXT NOT NULL CHECK (${isDate('due')}),
  weight REAL CHECK (weight > 0),
  done_on TEXT CHECK (${isDate('done_on')}),
  evidence TEXT NOT NULL,${written}
) STRICT;
CREATE INDEX milestone_by_task ON milestone (task_id, position);

CREATE TABLE task_named_unit (
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),${written},
  PRIMARY KEY (task_id, group_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_named_unit_by_unit ON task_named_unit (unit_id);
CREATE INDEX task_named_unit_by_group ON task_named_unit (group_id);
`;

const lifeTables = `
CREATE TABLE leader_term (
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  from_date TEXT NOT NULL CHECK (${isDate('from_date')}),
  leader_id INTEGER REFERENCES leader (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL,${written},
  PRIMARY KEY (task_id, from_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX leader_term_by_leader ON leader_term (leader_id);

CREATE TABLE task_wording (
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  from_date TEXT NOT NULL CHECK (${isDate('from_date')}),
  content TEXT NOT NULL CHECK (${isFilled('content')}),
  reason TEXT NOT NULL CHECK (${isFilled('reason')}),${written},
  PRIMARY KEY (task_id, from_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_move (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  move TEXT NOT NULL CHECK (${isFilled('move')}),
  from_state TEXT NOT NULL CHECK (${isFilled('from_state')}),
  to_state TEXT NOT NULL CHECK (${isFilled('to_state')}),
  on_date TEXT NOT NULL CHECK (${isDate('on_date')}),
  reason TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  details TEXT NOT NULL CHECK (json_valid(details)),${written}
) STRICT;
CREATE INDEX task_move_by_task ON task_move (task_id, id);

CREATE TABLE task_move_task (
  move_id INTEGER NOT NULL REFERENCES task_move (id) ON DELETE CASCADE,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  PRIMARY KEY (move_id, task_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_move_task_by_task ON task_move_task (task_id);
`;

export const planAndLifeTables = planTables + lifeTables;
