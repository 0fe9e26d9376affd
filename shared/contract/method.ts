/** One contract types both sides of the process boundary; channel names derive from it. */
import type { z } from 'zod';

/**
 * `write` changes what the program keeps, and leaves an entry in the log; `undoable`: the window offers an undo for
 * it. `output` only writes a file where a person says; `window` concerns nothing but this window: its layout, its work.
 */
export type Effect = 'read' | 'write' | 'undoable' | 'output' | 'window';

export interface Method<Input extends z.ZodType, Output> {
  readonly effect: Effect;
  readonly input: Input;
  /** Exists only in the type: answers come from our own process and are not parsed again. */
  readonly output?: Output;
}

export type Area = Readonly<Record<string, Method<z.ZodType, unknown>>>;

type InputOf<M> = M extends Method<infer Input, unknown> ? Input : never;
type OutputOf<M> = M extends { readonly output?: infer Output } ? Output : never;

/** What the renderer calls: arguments as they may be typed, before defaults. */
export type AreaClient<A extends Area> = {
  [K in keyof A]: (input: z.input<InputOf<A[K]>>) => Promise<OutputOf<A[K]>>;
};

/** What a handler implements: arguments already parsed. */
export type AreaHandlers<A extends Area> = {
  [K in keyof A]: (input: z.output<InputOf<A[K]>>) => Promise<OutputOf<A[K]>>;
};

/** Declares one method: `method<Output>()('read', schema)`. Curried, so that only the output is spelled out. */
export function method<Output>() {
  return <Input extends z.ZodType>(effect: Effect, input: Input): Method<Input, Output> => ({
    effect,
    input,
  });
}

/** `tasks.list` */
export function channelName(area: string, name: string): string {
  return `${area}.${name}`;
}
