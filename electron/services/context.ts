/** Who does something, from where, and when. Every service that writes is given one. */
export interface ServiceContext {
  /** The operator's name: the account's name unless set otherwise. Never empty. */
  readonly operator: string;
  readonly origin: 'window' | 'command_line' | 'seed';
  /** The current time; a parameter so that tests may choose it. */
  readonly now: () => Date;
}
