import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Protocol, protocol } from 'electron';
import { resolveBundleFile } from './bundle-file.ts';
import { noncePlaceholder, securityHeaders } from './content-security.ts';
import { bundleHost, bundleScheme } from './origin.ts';

/** Must run before the application is ready. */
export function declareBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: bundleScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the built renderer. @param root its folder */
export function serveBundle(target: Protocol, root: string): void {
  target.handle(bundleScheme, async (request) => {
    const file = new URL(request.url).host === bundleHost ? resolveBundleFile(root, request.url) : null;
    if (file === null) return new Response(null, { status: 404 });
    return answer(file.path, file.contentType);
  });
}

async function answer(path: string, contentType: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const headers = { 'Content-Type': contentType, ...securityHeaders(nonce) };
  try {
    if (!contentType.startsWith('text/html')) {
      return new Response(new Uint8Array(await readFile(path)), { headers });
    }
    const page = (await readFile(path, 'utf8')).replaceAll(noncePlaceholder, nonce);
    return new Response(page, { headers });
  } catch {
    return new Response(null, { status: 404 });
  }
}
