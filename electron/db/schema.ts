/** The tables as Kysely sees them; tests compare this with `pragma_table_info`. Times are ISO 8601 in UTC. */
import type { Generated } from 'kysely';
import type { ProgressStatus } from '#shared/domain/progress.ts';
import type { Comparator } from '#shared/domain/target.ts';
import type { Role, TaskKind } from '#shared/domain/task.ts';
import type { GroupMembership, UnitKind } from '#shared/domain/unit.ts';

export interface DocumentTable {
  id: Generated<number>;
  number: string;
  title: string;
  year: number;
  issue_date: string;
  source_text: string;
  source_sha256: string;
  created_at: string;
}

export interface LeaderTable {
  id: Generated<number>;
  name: string;
  title: string;
}

export interface SectionTable {
  id: Generated<number>;
  document_id: number;
  kind: TaskKind;
  ordinal: number;
  label: string;
  title: string;
  leader_id: number | null;
  remark: string;
}

export interface UnitTable {
  id: Generated<number>;
  name: string;
  kind: UnitKind;
  parent_id: number | null;
  membership: GroupMembership | null;
  position: number;
}

export interface UnitAliasTable {
  id: Generated<number>;
  unit_id: number;
  alias: string;
}

export interface UnitGroupMemberTable {
  group_id: number;
  member_id: number;
  position: number;
}

export interface SharedWorkTable {
  id: Generated<number>;
  document_id: number;
}

export interface TaskTable {
  id: Generated<number>;
  document_id: number;
  section_id: number;
  leader_id: number | null;
  shared_work_id: number | null;
  code: string;
  kind: TaskKind;
  row_number: number;
  content: string;
  source_content: string;
  remark: string;
  source_line: number;
  /** Folded text and pinyin initials of everything the free-text filter looks at. */
  search_text: string;
  version: Generated<number>;
}

export interface CorrectionTable {
  id: Generated<number>;
  task_id: number;
  from_text: string;
  to_text: string;
  reason: string;
  created_at: string | null;
  created_by: string | null;
}

export interface TaskUnitTable {
  id: Generated<number>;
  task_id: number;
  unit_id: number;
  role: Role;
  printed: string;
  position: number;
}

/** Derived from task_unit and the groups by shared/domain/reporting.ts; `duban check` compares them. */
export interface TaskReportingUnitTable {
  task_id: number;
  unit_id: number;
  position: number;
}

export interface TargetTable {
  id: Generated<number>;
  task_id: number;
  position: number;
  name: string;
  comparator: Comparator;
  value: number;
  measure: string;
  due: string;
}

export interface PeriodTable {
  period: string;
  deadline: string;
}

export interface ProgressReportTable {
  id: Generated<number>;
  task_id: number;
  unit_id: number;
  period: string;
  /** The period's last day: months and quarters sort together by it. */
  period_end: string;
  revision: number;
  narrative: string;
  percent: number | null;
  status: ProgressStatus | null;
  problems: string;
  next_step: string;
  reporter: string;
  phone: string;
  source: 'entry' | 'import';
  return_file_id: number | null;
  source_sheet: string | null;
  source_row: number | null;
  /** JSON object: field → cell address. */
  source_cells: string | null;
  created_at: string;
  created_by: string;
}

export interface TargetReadingTable {
  report_id: number;
  target_id: number;
  value: number;
}

/** A form as it was issued, with the values it was filled from. */
export interface FormIssueTable {
  id: string;
  document_id: number;
  unit_id: number;
  period: string;
  scope: 'lead' | 'all';
  file_name: string;
  issued_at: string;
  issued_by: string;
}

export interface FormIssueRowTable {
  form_id: string;
  task_id: number;
  /** The current report the row was filled from; null when there was none. */
  report_id: number | null;
}

export interface BatchTable {
  id: Generated<number>;
  state: 'applied' | 'undone';
  created_at: string;
  created_by: string;
  undone_at: string | null;
  undone_by: string | null;
}

export interface ReturnFileTable {
  id: Generated<number>;
  batch_id: number;
  sha256: string;
  file_name: string;
  unit_id: number;
  period: string;
  form_id: string | null;
}

export interface PreferenceTable {
  key: string;
  value: string;
}

export interface ChangeLogTable {
  id: Generated<number>;
  at: string;
  actor: string;
  origin: 'window' | 'command_line' | 'seed';
  action: string;
  entity: 'task' | 'unit' | 'batch' | 'document';
  entity_id: number;
  before: string | null;
  after: string | null;
}

export interface Database {
  document: DocumentTable;
  leader: LeaderTable;
  section: SectionTable;
  unit: UnitTable;
  unit_alias: UnitAliasTable;
  unit_group_member: UnitGroupMemberTable;
  shared_work: SharedWorkTable;
  task: TaskTable;
  correction: CorrectionTable;
  task_unit: TaskUnitTable;
  task_reporting_unit: TaskReportingUnitTable;
  target: TargetTable;
  period: PeriodTable;
  progress_report: ProgressReportTable;
  target_reading: TargetReadingTable;
  form_issue: FormIssueTable;
  form_issue_row: FormIssueRowTable;
  batch: BatchTable;
  return_file: ReturnFileTable;
  preference: PreferenceTable;
  change_log: ChangeLogTable;
}
