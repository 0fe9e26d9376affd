/** Which task was opened last, so that the grid comes back to the same row. Forgotten with the window. */
const key = 'tasks.lastOpened';

export function rememberOpenedTask(taskId: number): void {
  sessionStorage.setItem(key, String(taskId));
}

/** The grid's row id. */
export function lastOpenedTask(): string | null {
  return sessionStorage.getItem(key);
}
