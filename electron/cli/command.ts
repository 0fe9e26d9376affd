/** What every command of `duban` is made of. */
import type { Application } from '../open-application.ts';
import type { Arguments } from './arguments.ts';

export interface Answer {
  /** What `--json` prints. */
  value: unknown;
  /** The same for people. */
  text: string;
  /** One Chinese sentence where something went wrong although there is an answer: exit code 1. */
  complaint?: string;
}

export interface CommandOption {
  type: 'string' | 'boolean';
}

export interface Command {
  name: string;
  /** What it does, in a few words. */
  summary: string;
  /** Its options as the help shows them, without those every command has. */
  usage: string;
  options: Readonly<Record<string, CommandOption>>;
  allowsFiles: boolean;
  /**
   * Reads the arguments, so that a mistyped command opens nothing.
   * @throws AppError `bad_input`
   */
  prepare: (args: Arguments) => (application: Application) => Promise<Answer>;
}
