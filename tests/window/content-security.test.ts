import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '#electron/window/content-security.ts';

test('everything is forbidden but our own files and styles with this load’s nonce', () => {
  const policy = contentSecurityPolicy('n0nce');
  expect(policy.split('; ')[0]).toBe("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self' 'nonce-n0nce'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe-eval|unsafe-inline|https?:|\*/);
});
