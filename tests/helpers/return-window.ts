/** The return desk in jsdom: dropping files on it and reading what it shows. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { openWindow } from './render-app.tsx';
import { droppedPaths } from './renderer-bridge.ts';

export async function openReturns(): Promise<void> {
  openWindow('#/returns');
  await screen.findByRole('button', { name: '选择文件…' });
  await waitFor(() => dropArea());
}

function dropArea(): Element {
  const area = document.querySelector('.drop-area');
  if (area === null) throw new Error('nothing to drop on');
  return area;
}

/** Files, folders and .zip files, as a person drops them. */
export function drop(...paths: string[]): void {
  const files = paths.map((path) => {
    const file = new File([], path);
    droppedPaths.set(file, path);
    return file;
  });
  fireEvent.drop(dropArea(), { dataTransfer: { files } });
}

/** The list's entry of a file, once it is there. */
export function entry(fileName: string): Promise<HTMLElement> {
  return waitFor(() => {
    const options = screen.queryAllByRole('option');
    const found = options.find((option) => within(option).queryByTitle(fileName) !== null);
    if (found === undefined) throw new Error(`${fileName} is not on the desk`);
    return found;
  });
}

/** Waits until a file is in a state, in the words of the screen. */
export async function expectState(fileName: string, state: string): Promise<HTMLElement> {
  return waitFor(async () => {
    const found = await entry(fileName);
    const shown = found.querySelector('.desk-state')?.textContent;
    if (shown !== state) throw new Error(`${fileName} is ${shown}, not ${state}: ${found.textContent}`);
    return found;
  });
}

/** Shows a file's rows. */
export async function show(fileName: string): Promise<HTMLElement> {
  fireEvent.click(await entry(fileName));
  return screen.findByRole('grid', { name: `${fileName} 的各行` });
}

/** The person's key, wherever the focus is. */
export function press(key: string): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
}
