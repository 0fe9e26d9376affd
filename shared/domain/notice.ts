/** What the reader makes of a notice, before anything is stored. Pure data; line numbers are 1-based in the source. */
import type { Target } from './target.ts';
import type { Role, TaskKind } from './task.ts';

export interface NoticeUnit {
  /** Canonical name from the unit directory. */
  name: string;
  /** As printed, star removed, bracket kept: 「区委宣传部（网信办）」. */
  printed: string;
  role: Role;
}

export interface NoticeLeader {
  /** Without padding spaces: 张伟. */
  name: string;
  /** Offices as printed in the section heading: 「常委、常务副区长」; empty where the notice gives none (附件2). */
  title: string;
}

export interface NoticeSection {
  kind: TaskKind;
  /** 1-based, in printed order within its annex. */
  ordinal: number;
  /** 「二」 for 附件1, 「4」 for 附件2: the Chinese ordinal or the project's number as printed. */
  label: string;
  /** The heading without its ordinal, or the project's name. */
  title: string;
  leader: NoticeLeader | null;
  /** Text of a section without rows, e.g. 「总负责。」; empty otherwise. */
  remark: string;
  line: number;
}

export interface NoticeCorrection {
  /** Which text of the task: only the content is corrected today. */
  field: 'content';
  from: string;
  to: string;
  reason: string;
}

export interface NoticeTask {
  code: string;
  kind: TaskKind;
  sectionOrdinal: number;
  /** 1-based row inside the section. */
  row: number;
  /** The item's leader in 附件2, the section's in 附件1; null in a section without one. */
  leader: NoticeLeader | null;
  /** The project's name (附件2), else null. */
  project: string | null;
  /** After corrections. */
  content: string;
  /** Verbatim. */
  sourceContent: string;
  remark: string;
  /** Printed order first, then those that come from 备注. */
  units: NoticeUnit[];
  targets: Target[];
  corrections: NoticeCorrection[];
  line: number;
}

/** Tasks with the same text in two sections (domain.md, How the notice is read, rule 8). */
export interface SharedWork {
  codes: string[];
}

export interface Notice {
  /** 「温鹿政办〔2024〕16号」 */
  number: string;
  /** The notice's own title, in one line. */
  title: string;
  year: number;
  /** `YYYY-MM-DD`, the date under the signature. */
  issueDate: string;
  sections: NoticeSection[];
  tasks: NoticeTask[];
  sharedWorks: SharedWork[];
}
