import { afterEach, expect, test, vi } from 'vitest';
import { installSystemPackages } from '../../build/setup/debian.ts';

afterEach(() => vi.restoreAllMocks());

const onWindows = process.platform === 'win32';

test.skipIf(onWindows)('someone who is not root is given the exact command', () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  expect(() => installSystemPackages(['xvfb', 'libnss3'])).toThrow(
    '缺少系统软件包，请先执行：sudo apt-get install -y --no-install-recommends xvfb libnss3',
  );
});

test.skipIf(onWindows)('nothing is asked for when nothing is missing', () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  expect(() => installSystemPackages([])).not.toThrow();
});
