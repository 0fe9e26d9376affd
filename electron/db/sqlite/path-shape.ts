/** Paths as text, judged for a platform that need not be the one we run on. */

/** `\\?\C:\x` → `C:\x`, `\\?\UNC\server\share` → `\\server\share`. */
export function withoutDevicePrefix(path: string): string {
  const rest = /^\\\\[?.]\\(.*)$/s.exec(path)?.[1];
  if (rest === undefined) return path;
  return /^unc\\/i.test(rest) ? `\\\\${rest.slice(4)}` : rest;
}

export function pathSegments(path: string, platform: NodeJS.Platform): string[] {
  return path.split(platform === 'win32' ? /[\\/]+/ : /\/+/).filter((segment) => segment !== '');
}

/** Whether a path is a folder or lies in it; letter case does not count on Windows. */
export function isInside(path: string, folder: string, platform: NodeJS.Platform): boolean {
  const fold = (text: string) => (platform === 'win32' ? withoutDevicePrefix(text).toLowerCase() : text);
  const inner = pathSegments(fold(path), platform);
  return pathSegments(fold(folder), platform).every((segment, index) => inner[index] === segment);
}
