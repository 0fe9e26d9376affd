/** The one object preload puts on `window`. */
import type { JobProgress } from './application.ts';
import type { Envelope } from './envelope.ts';

export interface Bridge {
  /** @param channel `<area>.<method>` of the contract; any other is refused by the main process. */
  readonly invoke: (channel: string, input: unknown) => Promise<Envelope<unknown>>;
  /** @returns a function that stops listening. */
  readonly onJobProgress: (listener: (progress: JobProgress) => void) => () => void;
  /** The path of a file a person dropped on the window; empty for one that is not on disk. */
  readonly pathForFile: (file: File) => string;
}

/** `window.duban` */
export const bridgeName = 'duban';
