/** What a key does in the list of files. Pure. */

export type ListAction =
  | { do: 'move'; to: number }
  | { do: 'mark' }
  | { do: 'markAll' }
  | { do: 'unmarkAll' }
  | { do: 'enter' }
  | { do: 'remove' };

/** Entries that PageUp and PageDown go over. */
const pageLength = 6;

/**
 * @param place of the current file among `count`; -1 when there is none
 * @returns null for a key that is not ours
 */
export function listAction(key: string, ctrl: boolean, place: number, count: number): ListAction | null {
  if (count === 0) return null;
  if (ctrl) return key === 'a' ? { do: 'markAll' } : null;
  const move = (to: number): ListAction => ({ do: 'move', to: Math.min(Math.max(to, 0), count - 1) });
  const actions: Record<string, ListAction> = {
    ArrowDown: move(place + 1),
    ArrowUp: move(place - 1),
    PageDown: move(place + pageLength),
    PageUp: move(place - pageLength),
    Home: move(0),
    End: move(count - 1),
    ' ': { do: 'mark' },
    Escape: { do: 'unmarkAll' },
    Enter: { do: 'enter' },
    ArrowRight: { do: 'enter' },
    Delete: { do: 'remove' },
  };
  return actions[key] ?? null;
}
