/** One line of a notice. */
export interface SourceLine {
  /** 1-based. */
  number: number;
  /** Without its line ending, otherwise verbatim. */
  text: string;
}

/** Splits a notice at `\n` or `\r\n`; a byte order mark is dropped. */
export function splitSourceLines(source: string): SourceLine[] {
  return source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text }));
}

/** The line without Markdown's heading marks and outer spaces. */
export function withoutHeadingMarks(text: string): string {
  return text.replace(/^\s*#*\s*/, '').trim();
}

/** Whether the line is written as a Markdown heading, whatever its level. */
export function isMarkdownHeading(text: string): boolean {
  return /^\s*#+\s/.test(text);
}
