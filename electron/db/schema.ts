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
  /** The day it came onto the list; null for what the notice itself lists. */
  listed_from: string | null;
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
  /** The first day on which it holds; null: since the task is listed. */
  from_date: string | null;
  /** The first day on which it no longer holds; null while it does. */
  until_date: string | null;
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
  /** 填报日期 as the return states it. */
  reported_on: string | null;
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
  /** The day the unit handed it in; null for what was stored before 0020, then the day of the batch counts. */
  received_on: string | null;
}

/** A file on the desk: read anew whenever it is looked at; the original lies beside the database. */
export interface DeskFileTable {
  id: Generated<number>;
  sha256: string;
  /** As it was dropped, without its folder. */
  file_name: string;
  /** The folder or .zip it came from, for people. */
  source: string;
  modified_at: string | null;
  added_at: string;
  added_by: string;
  received_on: string;
  /** The period chosen on the screen when it was dropped. */
  expected_period: string | null;
  /** What a person said where the file itself does not say. */
  stated_unit_id: number | null;
  stated_period: string | null;
  /** JSON: shared/domain/return/decisions.ts. */
  decisions: string;
}

/** A return sent back to its unit to be done again. */
export interface ReturnRedoTable {
  id: Generated<number>;
  sha256: string;
  file_name: string;
  unit_id: number;
  period: string;
  received_on: string;
  reason: string;
  /** Faulty cells that were marked. */
  problems: number;
  returned_at: string;
  returned_by: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

/** A unit's own name for a column, folded, and what a person said it means. */
export interface LearnedHeadingTable {
  unit_id: number;
  heading: string;
  role: string;
  created_at: string;
  created_by: string;
}

/** A unit's own words for a task, folded, and the task a person said they mean. */
export interface LearnedTaskTextTable {
  unit_id: number;
  text: string;
  task_id: number;
  created_at: string;
  created_by: string;
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
  entity: ChangedEntity;
  entity_id: number;
  before: string | null;
  after: string | null;
  /** Each entry's hash covers the one before it (shared/domain/supervision/log-chain.ts). */
  previous_hash: string;
  hash: string;
}

/** What a log entry is about; the number beside it is its id. */
export type ChangedEntity =
  | 'task'
  /** A unit's word on a task; the id is the task's. */
  | 'progress'
  | 'unit'
  /** A file under review on the return desk. */
  | 'desk_file'
  | 'batch'
  /** A plan sheet that was taken in. */
  | 'plan_sheet'
  | 'document'
  | 'period'
  | 'action'
  | 'rule_setting'
  | 'score_rules'
  | 'publication'
  | 'preference'
  /** The office's own templates; the id is 0. */
  | 'templates';

/** A task's plan once a person has confirmed it; until then the proposal from its text counts. */
export interface TaskPlanTable {
  task_id: number;
  responsible_leader: string;
  responsible_person: string;
  contact: string;
  contact_phone: string;
  work_plan: string;
  due: string;
  /** JSON: shared/domain/supervision/trajectory.ts. */
  trajectory: string;
  version: number;
  confirmed_at: string;
  confirmed_by: string;
}

/** A plan, or the proposal from a task's text, that held until another took its place. */
export interface EarlierPlanTable {
  task_id: number;
  /** The first day on which it no longer held. */
  until_date: string;
  status: 'proposed' | 'confirmed';
  /** Where a proposal came from in the text; empty for a confirmed plan. */
  reason: string;
  /** JSON: shared/domain/supervision/trajectory.ts. */
  trajectory: string;
  /** JSON: its 节点 with their ids. */
  milestones: string;
  superseded_at: string;
  superseded_by: string;
}

/** A plan sheet that was taken in from the return desk. */
export interface PlanSheetTable {
  id: Generated<number>;
  sha256: string;
  file_name: string;
  tasks: number;
  cells: number;
  applied_at: string;
  applied_by: string;
}

/** 节点 */
export interface MilestoneTable {
  id: Generated<number>;
  task_id: number;
  position: number;
  title: string;
  due: string;
  weight: number | null;
  done_on: string | null;
  evidence: string;
  created_at: string;
  created_by: string;
}

/** The concrete units staff named for a 相关… group in a task. */
export interface TaskNamedUnitTable {
  task_id: number;
  group_id: number;
  unit_id: number;
  position: number;
  created_at: string;
  created_by: string;
}

/** Who heads a task from a day on; before the first entry the leader of the notice. */
export interface LeaderTermTable {
  task_id: number;
  from_date: string;
  leader_id: number | null;
  reason: string;
  created_at: string;
  created_by: string;
}

/** How a task reads from a day on; before the first entry as the notice has it, corrected. */
export interface TaskWordingTable {
  task_id: number;
  from_date: string;
  content: string;
  reason: string;
  created_at: string;
  created_by: string;
}

/** One move of shared/domain/supervision/task-state.ts; the last one tells the state. */
export interface TaskMoveTable {
  id: Generated<number>;
  task_id: number;
  move: string;
  from_state: string;
  to_state: string;
  on_date: string;
  reason: string;
  reviewer: string;
  /** JSON: the conditions as they were checked. */
  details: string;
  created_at: string;
  created_by: string;
}

/** Tasks a move made or merged into. */
export interface TaskMoveTaskTable {
  move_id: number;
  task_id: number;
}

/** What a rule counts with from a day on: shared/domain/supervision/{light-settings,action-settings,curves}.ts. */
export interface RuleSettingTable {
  id: Generated<number>;
  kind: 'light' | 'action' | 'curve';
  effective_from: string;
  /** JSON */
  settings: string;
  created_at: string;
  created_by: string;
}

export interface LightOverrideTable {
  id: Generated<number>;
  task_id: number;
  /** Null: the task as a whole. */
  unit_id: number | null;
  light: string;
  reason: string;
  from_date: string;
  until_date: string;
  created_at: string;
  created_by: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

/** 督办动作 (domain.md): shared/domain/supervision/action.ts. */
export interface ActionTable {
  id: Generated<number>;
  kind: string;
  colour: 'blue' | 'yellow' | 'red' | null;
  unit_id: number | null;
  period: string | null;
  number_year: number | null;
  number: number | null;
  title: string;
  reason: string;
  acted_on: string;
  answer_due: string | null;
  state: string;
  answer: string;
  answered_on: string | null;
  closed_on: string | null;
  old_due: string | null;
  new_due: string | null;
  decided_on: string | null;
  decided_by: string;
  /** The return that brought the answer. */
  return_file_id: number | null;
  version: number;
  created_at: string;
  created_by: string;
}

export interface ActionTaskTable {
  action_id: number;
  task_id: number;
  position: number;
}

/** A file kept by its SHA-256 with what it belongs to. */
export interface AttachmentTable {
  id: Generated<number>;
  entity: 'task' | 'milestone' | 'task_move' | 'action' | 'unit_mark' | 'publication';
  entity_id: number;
  sha256: string;
  file_name: string;
  note: string;
  created_at: string;
  created_by: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

export interface ScoreRulesTable {
  id: Generated<number>;
  year: number;
  version: number;
  /** The first period they count for; null while they are only tried. */
  effective_from: string | null;
  /** JSON: shared/domain/supervision/score-rules.ts. */
  rules: string;
  created_at: string;
  created_by: string;
}

/** 表扬 and the leader's mark. */
export interface UnitMarkTable {
  id: Generated<number>;
  unit_id: number;
  period: string;
  kind: 'praise' | 'leader_mark';
  points: number;
  reason: string;
  created_at: string;
  created_by: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

/** A period as it was published; a correction is a later edition. */
export interface PublicationTable {
  id: Generated<number>;
  period: string;
  edition: number;
  reason: string;
  /** JSON: shared/domain/supervision/publication.ts. */
  content: string;
  sha256: string;
  published_at: string;
  published_by: string;
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
  desk_file: DeskFileTable;
  return_redo: ReturnRedoTable;
  learned_heading: LearnedHeadingTable;
  learned_task_text: LearnedTaskTextTable;
  preference: PreferenceTable;
  change_log: ChangeLogTable;
  task_plan: TaskPlanTable;
  earlier_plan: EarlierPlanTable;
  plan_sheet: PlanSheetTable;
  milestone: MilestoneTable;
  task_named_unit: TaskNamedUnitTable;
  leader_term: LeaderTermTable;
  task_wording: TaskWordingTable;
  task_move: TaskMoveTable;
  task_move_task: TaskMoveTaskTable;
  rule_setting: RuleSettingTable;
  light_override: LightOverrideTable;
  action: ActionTable;
  action_task: ActionTaskTable;
  attachment: AttachmentTable;
  score_rules: ScoreRulesTable;
  unit_mark: UnitMarkTable;
  publication: PublicationTable;
}
