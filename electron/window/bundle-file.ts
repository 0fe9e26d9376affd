import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

export interface BundleFile {
  path: string;
  contentType: string;
}

/**
 * The file behind a URL of our scheme, confined to the bundle.
 * @param root the folder of the built renderer
 * @returns null when the URL leaves the bundle, is malformed, or asks for a kind of file we do not ship
 */
export function resolveBundleFile(root: string, url: string): BundleFile | null {
  const pathname = decodePath(url);
  if (pathname === null || pathname.includes('\0') || pathname.includes('\\')) return null;
  const path = normalize(join(root, pathname === '/' ? 'index.html' : pathname));
  const contentType = contentTypes[extname(path)];
  return path.startsWith(root + sep) && contentType !== undefined ? { path, contentType } : null;
}

function decodePath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
}
