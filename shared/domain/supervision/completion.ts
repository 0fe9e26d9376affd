/** What must hold before a task is 办结, 审核 and 销号 (domain.md, Conventions: 办结 material and a reviewer). */

export interface CompletionFacts {
  /** Who asked for 办结; empty while nobody has. */
  requester: string;
  /** Who reviews, or reviewed, the request; empty while nobody is named. */
  reviewer: string;
  targets: readonly { words: string; isMet: boolean }[];
  milestones: readonly { title: string; isDone: boolean }[];
  /** 督办单 neither closed nor void, as they are numbered. */
  openOrders: readonly string[];
  /** For a task that was split: the codes of its parts that are not withdrawn. */
  livingParts: readonly string[];
}

export type ConditionKey =
  | 'targets_met'
  | 'milestones_done'
  | 'no_open_order'
  | 'independent_reviewer'
  | 'parts_withdrawn';

export interface Condition {
  label: string;
  /** A sentence for each thing that is in the way. */
  findObstacles: (facts: CompletionFacts) => string[];
}

/** Names are printed with padding spaces (张 伟), which make no other person of him. */
function samePerson(one: string, other: string): boolean {
  return one.replace(/\s/g, '') === other.replace(/\s/g, '');
}

/** Whoever asks for 办结 does not pass judgement on it; the same person may review and then 销号. */
function findReviewerObstacles({ requester, reviewer }: CompletionFacts): string[] {
  if (requester.trim() === '') return ['没有记下办结申请人，请先补上。'];
  return samePerson(requester, reviewer) ? [`审核人不能是办结申请人${requester}，请另指定一人。`] : [];
}

export const conditions: Record<ConditionKey, Condition> = {
  targets_met: {
    label: '指标已达到',
    findObstacles: ({ targets }) =>
      targets.filter(({ isMet }) => !isMet).map(({ words }) => `指标未达到：${words}。`),
  },
  milestones_done: {
    label: '节点已完成',
    findObstacles: ({ milestones }) =>
      milestones.filter(({ isDone }) => !isDone).map(({ title }) => `节点“${title}”尚未完成。`),
  },
  no_open_order: {
    label: '没有未办结的督办单',
    findObstacles: ({ openOrders }) => openOrders.map((number) => `督办单${number}尚未办结。`),
  },
  independent_reviewer: { label: '审核人不是申请人', findObstacles: findReviewerObstacles },
  parts_withdrawn: {
    label: '拆出的任务已撤销',
    findObstacles: ({ livingParts }) =>
      livingParts.map((code) => `拆出的任务${code}仍在推进，请先撤销它，以免同一工作计两次。`),
  },
};
