/** What people have written down about a notice besides its text. */
import type { NoticeCorrection } from '#shared/domain/notice.ts';
import type { Target } from '#shared/domain/target.ts';

/** A note about one task, and where it stands: 「seeds/corrections.json 第 2 条（第 9 行）」. */
export interface TaskNote {
  task: string;
  place: string;
}

export interface PlacedCorrection extends NoticeCorrection, TaskNote {}

/** A target that a person has reviewed. */
export interface PlacedTarget extends TaskNote {
  target: Target;
}

export interface NoticeReference {
  /** The notice's file for messages. */
  file: string;
  corrections: readonly PlacedCorrection[];
  /** The reviewed targets of this notice; `null` when nobody has reviewed any, then the reader's proposal stands. */
  reviewedTargets: readonly PlacedTarget[] | null;
}
