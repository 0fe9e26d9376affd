/** Who there is: leaders, units with their other names, groups with their members. */
import { isFilled } from './checks.ts';

export const directoryTables = `
CREATE TABLE leader (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (${isFilled('name')}),
  title TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (${isFilled('name')}),
  kind TEXT NOT NULL CHECK (kind IN ('department', 'party', 'town', 'vertical', 'mass', 'enterprise',
    'taskforce', 'judicial', 'office', 'group')),
  parent_id INTEGER REFERENCES unit (id) ON DELETE RESTRICT CHECK (parent_id <> id),
  membership TEXT CHECK (membership IN ('fixed', 'per_task')),
  position INTEGER NOT NULL CHECK (position >= 0),
  CHECK ((kind = 'group') = (membership IS NOT NULL))
) STRICT;
CREATE INDEX unit_by_parent ON unit (parent_id);

CREATE TABLE unit_alias (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  alias TEXT NOT NULL UNIQUE CHECK (${isFilled('alias')})
) STRICT;
CREATE INDEX unit_alias_by_unit ON unit_alias (unit_id);

CREATE TABLE unit_group_member (
  group_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  PRIMARY KEY (group_id, member_id),
  CHECK (group_id <> member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_group_member_by_member ON unit_group_member (member_id);
`;
