import type { z } from 'zod';

const typeNames = new Map<string, string>([
  ['string', '文字'],
  ['number', '数字'],
  ['array', '列表 […]'],
  ['object', '一组字段 {…}'],
]);

/**
 * One zod issue of a seed file in office Chinese: which field, and what it should be.
 * @param isMissing the field is not there at all
 */
export function describeIssue(issue: z.core.$ZodIssue, isMissing: boolean): string {
  const field = issue.path.findLast((step) => typeof step === 'string') ?? '内容';
  if (isMissing) return `缺少 ${field}`;
  switch (issue.code) {
    case 'invalid_type':
      return `${field} 应为${typeNames.get(issue.expected) ?? issue.expected}`;
    case 'unrecognized_keys':
      return `有不认识的字段 ${issue.keys.join('、')}`;
    case 'invalid_value':
      return `${field} 只能是 ${issue.values.map(String).join('、')}`;
    case 'too_small':
      return `${field} 不能为空`;
    default:
      return `${field} 的写法不对`;
  }
}
