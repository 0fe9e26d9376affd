import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type JsonValue } from '#shared/domain/supervision/canonical-json.ts';
import {
  type Edition,
  type EditionDraft,
  editionLabel,
  nextEdition,
  sealOf,
} from '#shared/domain/supervision/publication.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const draft: EditionDraft = {
  period: '2024-Q2',
  reason: '',
  content: {
    figures: { total: 197, finished: 12 },
    lights: [],
    scores: [],
    rules: { version: 1 },
    documents: [{ title: '通报', fileName: '2024年第二季度通报.docx', sha256: 'a'.repeat(64) }],
    logHead: null,
  },
  publishedAt: '2024-07-05T01:00:00.000Z',
  publishedBy: '王明',
};

const corrected: EditionDraft = {
  ...draft,
  reason: '漏计一张督办单',
  content: { ...draft.content, figures: { total: 197, finished: 13 } },
};

function published(previous: Edition | null, next: EditionDraft): Edition {
  const result = nextEdition(previous, next);
  if (!result.ok) throw new Error(result.sentence);
  return result.edition;
}

describe('editions', () => {
  const first = published(null, draft);

  test('the first needs no reason, a correction is the next and names its own', () => {
    const second = published(first, corrected);
    expect([first, second].map(editionLabel)).toEqual(['第1版', '第2版（更正：漏计一张督办单）']);
    expect(first.content.figures).toEqual({ total: 197, finished: 12 });
  });

  test.each<[string, EditionDraft, string]>([
    [
      'without a reason',
      { ...corrected, reason: ' ' },
      '这一期已发布第1版，再次发布须写明更正原因，请填写。',
    ],
    [
      'without a change, though the log has grown',
      {
        ...draft,
        reason: '再发一次',
        content: { ...draft.content, logHead: { id: 9, hash: 'b'.repeat(64) } },
      },
      '内容与第1版相同，不需要再发布；要原样重印请用“重印”。',
    ],
    ['by nobody', { ...corrected, publishedBy: '' }, '发布须记下发布人，请填写。'],
  ])('none comes %s', (_name, next, sentence) => {
    expect(nextEdition(first, next)).toEqual({ ok: false, sentence });
  });

  test('an edition does not follow one of another period', () => {
    expect(() => nextEdition(first, { ...corrected, period: '2024-Q3' })).toThrow('2024-Q2');
  });

  test('the seal survives storage and notices any change', () => {
    const stored: Edition = JSON.parse(JSON.stringify(first));
    expect(sealOf(stored, sha256)).toBe(sealOf(first, sha256));
    expect(sealOf({ ...stored, publishedBy: '李华' }, sha256)).not.toBe(sealOf(first, sha256));
    expect(sealOf({ ...stored, content: corrected.content }, sha256)).not.toBe(sealOf(first, sha256));
  });
});

describe('canonical JSON', () => {
  function reversed(value: JsonValue): JsonValue {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, member]) => [name, reversed(member)]),
    );
  }

  test('names in order, lists as they are', () => {
    expect(canonicalJson({ b: [2, 1], a: { 丁: null, 丙: '“' } })).toBe(
      '{"a":{"丁":null,"丙":"“"},"b":[2,1]}',
    );
  });

  test('the order of members makes no difference, and JSON reads the same value back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = value as JsonValue;
        expect(canonicalJson(reversed(json))).toBe(canonicalJson(json));
        expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d cannot be published', (number) => {
    expect(() => canonicalJson({ gap: number })).toThrow(RangeError);
  });
});
