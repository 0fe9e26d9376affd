import type { App, Session, WebContents } from 'electron';

/**
 * Chromium's own wish to call home ends here; must run before the application is ready.
 * @param isDevelopment leaves the development server on this machine reachable
 */
export function silenceNetwork(app: App, isDevelopment: boolean): void {
  const commandLine = app.commandLine;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'no-proxy-server',
  ]) {
    commandLine.appendSwitch(name);
  }
  const exception = isDevelopment ? ', EXCLUDE localhost' : '';
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exception}`);
}

/**
 * The session asks nobody for anything: every request that is not for an allowed origin is cancelled, every
 * permission is denied, nothing is downloaded, no spelling dictionary is fetched.
 */
export function guardSession(session: Session, isAllowedUrl: (url: string) => boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedUrl(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** The page stays where it is: no navigation, no second window, no webview. */
export function guardContents(contents: WebContents, isAllowedUrl: (url: string) => boolean): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event, url) => {
    if (!isAllowedUrl(url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}
