/** 状态 in the words people use for the form's four. */
import type { ProgressStatus } from '../progress.ts';
import { foldForMatch } from '../text.ts';

const patterns: readonly { status: ProgressStatus; pattern: RegExp }[] = [
  {
    status: 'completed',
    pattern: /^(?:已|全部|任务|工作|按时|按期|提前|如期)*(?:完成|办结|完工|竣工|销号|完结)$/,
  },
  { status: 'not_started', pattern: /^(?:尚|还|暂)?(?:未|没有?|待)(?:启动|开始|开工|开展|实施)$/ },
  { status: 'blocked', pattern: /^(?:推进|工作|进展)?(?:受阻|停滞|停工|搁置|受限)$/ },
  {
    status: 'in_progress',
    pattern:
      /^(?:正在|正常|持续|有序|按序|积极|加快|稳步|按计划|已启动|已开工)*(?:推进|进行|实施|办理|建设|开展)(?:中|之中)?$|^(?:在建|已启动|已开工|进行中)$/,
  },
];

/** Null for words that are none of the four (「滞后」): they are reported, not guessed. */
export function readStatus(text: string): ProgressStatus | null {
  const folded = foldForMatch(text);
  return patterns.find(({ pattern }) => pattern.test(folded))?.status ?? null;
}
