/** The window reaches nothing but its own bundle and its own bridge. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../helpers/electron-app.ts';

let launched: LaunchedApp;
let server: Server;
let serverUrl: string;
const connections: string[] = [];

/** A neighbour on this machine that would notice any request that got out. */
beforeAll(async () => {
  server = createServer((request, response) => {
    connections.push(request.url ?? '');
    response.end('reached');
  });
  server.on('upgrade', (request, socket) => {
    connections.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  serverUrl = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  launched = await launchApp();
  await launched.page.getByRole('navigation').waitFor();
});

afterAll(async () => {
  await launched.close();
  server.close();
});

test('the page has no Node, and one frozen bridge', async () => {
  const seen = await launched.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    frozen: Object.isFrozen((window as unknown as { duban: object }).duban),
    methods: Object.keys((window as unknown as { duban: object }).duban).sort(),
  }));
  expect(seen).toEqual({ node: [], frozen: true, methods: ['invoke', 'onJobProgress', 'pathForFile'] });
});

test('the page runs sandboxed and isolated', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });
});

test('no way out of the page reaches a server', async () => {
  const { page } = launched;
  await page.evaluate(async (address) => {
    await fetch(`http://${address}/fetch`).catch(() => null);
    new Image().src = `http://${address}/image`;
    try {
      new WebSocket(`ws://${address}/socket`);
    } catch {
      // Refused at once is as good.
    }
    navigator.sendBeacon(`http://${address}/beacon`);
    const script = document.createElement('script');
    script.src = `http://${address}/script.js`;
    document.head.append(script);
    const frame = document.createElement('iframe');
    frame.src = `http://${address}/frame`;
    document.body.append(frame);
    window.open(`http://${address}/window`);
    const link = document.createElement('a');
    link.href = `http://${address}/link`;
    document.body.append(link);
    link.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    script.remove();
    frame.remove();
    link.remove();
  }, serverUrl);
  expect(connections).toEqual([]);
  expect(page.url()).toMatch(/^app:\/\/bundle\//);
  expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('nor does the session’s own fetch', async () => {
  const outcome = await launched.app.evaluate(
    ({ session }, url) =>
      session.defaultSession.fetch(url).then(
        () => 'reached',
        () => 'refused',
      ),
    `http://${serverUrl}/main`,
  );
  expect(outcome).toBe('refused');
  expect(connections).toEqual([]);
});

test('text does not become code', async () => {
  const ran = await launched.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    script.remove();
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.inlineRan = true');
    document.body.append(button);
    button.click();
    button.remove();
    return 'inlineRan' in window;
  });
  expect(ran).toBe(false);
});

test('permissions are denied without asking', async () => {
  const answers = await launched.page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    camera: (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
    location: await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('denied'),
      );
    }),
  }));
  expect(answers).toEqual({ notification: 'denied', camera: 'denied', location: 'denied' });
});

test('the bridge refuses channels that the contract does not name, and malformed input', async () => {
  const answers = await launched.page.evaluate(async () => {
    const bridge = (
      window as unknown as { duban: { invoke(channel: string, input: unknown): Promise<unknown> } }
    ).duban;
    return {
      unknown: await bridge.invoke('tasks.drop', {}).catch(() => 'refused'),
      malformed: await bridge.invoke('tasks.list', { filter: {}, sql: 'DROP TABLE task' }),
    };
  });
  expect(answers.unknown).toBe('refused');
  expect(answers.malformed).toMatchObject({ ok: false, error: { code: 'bad_input' } });
});
