/**
 * The life of a task (domain.md, Conventions: 销号 needs 办结 material and a reviewer): its states, and one table
 * of the moves between them. Whatever changes a state, window, command line or import, goes through
 * {@link applyMove}; what is not in the table cannot happen.
 */
import type { ConditionKey } from './completion.ts';

export type TaskState =
  | 'active'
  | 'completion_requested'
  | 'reviewed'
  | 'closed'
  | 'withdrawn'
  | 'split'
  | 'merged';

export const taskStateLabels: Record<TaskState, string> = {
  active: '推进中',
  completion_requested: '办结待审',
  reviewed: '审核通过待销号',
  closed: '已销号',
  withdrawn: '已撤销/调出',
  split: '已拆分',
  merged: '已合并',
};

export const taskStates = Object.keys(taskStateLabels) as readonly TaskState[];

/** Every task begins so. */
export const firstTaskState: TaskState = 'active';

/** What a person must give with a move. */
export type MoveNeed = 'date' | 'reason' | 'material' | 'requester' | 'reviewer' | 'parts' | 'survivor';

export type TaskMoveKey =
  | 'request_completion'
  | 'take_back_request'
  | 'approve'
  | 'reject'
  | 'close'
  | 'return_to_work'
  | 'reopen'
  | 'withdraw'
  | 'restore'
  | 'split'
  | 'merge';

export interface TaskMove {
  from: TaskState;
  move: TaskMoveKey;
  to: TaskState;
  label: string;
  needs: readonly MoveNeed[];
  conditions: readonly ConditionKey[];
}

const work: readonly ConditionKey[] = ['targets_met', 'milestones_done', 'no_open_order'];
const judged: readonly ConditionKey[] = [...work, 'independent_reviewer'];
const explained: readonly MoveNeed[] = ['date', 'reason'];

/**
 * The work is checked again at each step, because a reading, a milestone or a 督办单 may have come in between. A
 * target that no longer holds is re-worded first. A merge is undone by restoring the task; a split also asks that
 * its parts be withdrawn.
 */
export const taskMoves: readonly TaskMove[] = [
  {
    from: 'active',
    move: 'request_completion',
    to: 'completion_requested',
    label: '申请办结',
    needs: ['date', 'requester', 'material'],
    conditions: work,
  },
  {
    from: 'completion_requested',
    move: 'take_back_request',
    to: 'active',
    label: '撤回申请',
    needs: explained,
    conditions: [],
  },
  {
    from: 'completion_requested',
    move: 'reject',
    to: 'active',
    label: '审核退回',
    needs: ['date', 'reason', 'reviewer'],
    conditions: ['independent_reviewer'],
  },
  {
    from: 'completion_requested',
    move: 'approve',
    to: 'reviewed',
    label: '审核通过',
    needs: ['date', 'reviewer', 'material'],
    conditions: judged,
  },
  {
    from: 'reviewed',
    move: 'close',
    to: 'closed',
    label: '销号',
    needs: ['date', 'reviewer', 'material'],
    conditions: judged,
  },
  {
    from: 'reviewed',
    move: 'return_to_work',
    to: 'active',
    label: '退回推进',
    needs: explained,
    conditions: [],
  },
  { from: 'closed', move: 'reopen', to: 'active', label: '重新启动', needs: explained, conditions: [] },
  { from: 'active', move: 'withdraw', to: 'withdrawn', label: '撤销/调出', needs: explained, conditions: [] },
  {
    from: 'completion_requested',
    move: 'withdraw',
    to: 'withdrawn',
    label: '撤销/调出',
    needs: explained,
    conditions: [],
  },
  {
    from: 'reviewed',
    move: 'withdraw',
    to: 'withdrawn',
    label: '撤销/调出',
    needs: explained,
    conditions: [],
  },
  { from: 'withdrawn', move: 'restore', to: 'active', label: '恢复', needs: explained, conditions: [] },
  {
    from: 'active',
    move: 'split',
    to: 'split',
    label: '拆分',
    needs: ['date', 'reason', 'parts'],
    conditions: ['no_open_order'],
  },
  {
    from: 'split',
    move: 'restore',
    to: 'active',
    label: '恢复',
    needs: explained,
    conditions: ['parts_withdrawn'],
  },
  {
    from: 'active',
    move: 'merge',
    to: 'merged',
    label: '合并',
    needs: ['date', 'reason', 'survivor'],
    conditions: ['no_open_order'],
  },
  { from: 'merged', move: 'restore', to: 'active', label: '恢复', needs: explained, conditions: [] },
];

export function allowedMoves(state: TaskState): TaskMove[] {
  return taskMoves.filter(({ from }) => from === state);
}
