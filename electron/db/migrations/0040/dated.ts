/** What holds from a date on: every rule's settings in one table, and the plans that were overtaken. */
import { isDate, isFilled, isInstant } from '../0010/checks.ts';

/** Those of the lights move in with the ids the log knows them by. */
const ruleSettings = `
CREATE TABLE rule_setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('light', 'action', 'curve')),
  effective_from TEXT NOT NULL CHECK (${isDate('effective_from')}),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  created_at TEXT NOT NULL CHECK (${isInstant('created_at')}),
  created_by TEXT NOT NULL CHECK (${isFilled('created_by')}),
  UNIQUE (kind, effective_from)
) STRICT;
INSERT INTO rule_setting (id, kind, effective_from, settings, created_at, created_by)
  SELECT id, 'light', effective_from, settings, created_at, created_by FROM light_setting ORDER BY id;
DROP TABLE light_setting;
`;

const earlierPlans = `
CREATE TABLE earlier_plan (
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  until_date TEXT NOT NULL CHECK (${isDate('until_date')}),
  status TEXT NOT NULL CHECK (status IN ('proposed', 'confirmed')),
  reason TEXT NOT NULL,
  trajectory TEXT NOT NULL CHECK (json_valid(trajectory)),
  milestones TEXT NOT NULL CHECK (json_valid(milestones)),
  superseded_at TEXT NOT NULL CHECK (${isInstant('superseded_at')}),
  superseded_by TEXT NOT NULL CHECK (${isFilled('superseded_by')}),
  PRIMARY KEY (task_id, until_date)
) STRICT, WITHOUT ROWID;
`;

/** Whatever asks for a move, it starts from the state the task is in. */
const movesFollowEachOther = `
CREATE TRIGGER task_move_starts_from_its_state BEFORE INSERT ON task_move
WHEN NEW.from_state <> coalesce(
  (SELECT to_state FROM task_move WHERE task_id = NEW.task_id ORDER BY id DESC LIMIT 1), 'active')
BEGIN
  SELECT RAISE(ABORT, 'a move starts from the state the task is in');
END;
`;

export const datedTables = ruleSettings + earlierPlans + movesFollowEachOther;
