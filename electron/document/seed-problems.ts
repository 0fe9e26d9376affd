import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const typeNames = new Map<string, string>([
  ['string', '文字'],
  ['number', '数字'],
  ['array', '列表 […]'],
  ['object', '一组字段 {…}'],
]);

function describeMissingOrType(issue: z.core.$ZodIssueInvalidType, field: string): string {
  const wanted = `应为${typeNames.get(issue.expected) ?? issue.expected}`;
  return issue.message.includes('received undefined') ? `缺少 ${field}（${wanted}）` : `${field} ${wanted}`;
}

/** One zod issue of a seed file in office Chinese: which field, and what it should be. */
export function describeIssue(issue: Issue): string {
  const field = issue.path.findLast((step) => typeof step === 'string') ?? '内容';
  switch (issue.code) {
    case 'invalid_type':
      return describeMissingOrType(issue, String(field));
    case 'unrecognized_keys':
      return `有不认识的字段 ${issue.keys.join('、')}`;
    case 'invalid_value':
      return `${String(field)} 只能是 ${issue.values.map(String).join('、')}`;
    case 'too_small':
      return `${String(field)} 不能为空`;
    default:
      return `${String(field)} 的写法不对`;
  }
}
