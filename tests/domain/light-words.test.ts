import { expect, test } from 'vitest';
import { lightWords } from '#shared/domain/lights/light-words.ts';

const reason = '序时应达50%，实际28%，落后22个百分点，黄灯';
const override = { light: 'red', reason: '约谈后仍无进展', until: '2024-07-31', by: '张三' } as const;

test.each([
  [{ reason, override: null, movement: 'none' }, reason],
  [{ reason, override: null, movement: 'down' }, `${reason}；较上期降`],
  [{ reason, override: null, movement: 'up' }, `${reason}；较上期升`],
  [{ reason, override: null, movement: 'level' }, `${reason}；与上期持平`],
  [
    { reason, override, movement: 'down' },
    `${reason}；改为红灯（张三，至2024-07-31）：约谈后仍无进展；较上期降`,
  ],
  [
    { reason, override: { ...override, unit: '区发改局' }, movement: 'none' },
    `${reason}；区发改局改为红灯（张三，至2024-07-31）：约谈后仍无进展`,
  ],
] as const)('%o', (light, words) => {
  expect(lightWords(light)).toBe(words);
});
