/** A plain table for a meeting or a file: what lists, rankings and logs have in common. Plain data, for the worker. */

export interface OfficeColumn {
  heading: string;
  /** In digits of the workbook's default font, as spreadsheets measure columns. */
  width: number;
  align: 'left' | 'center' | 'right';
  /** Whatever is typed into it stays text: telephone numbers, dates. */
  asText?: boolean;
}

/** A number is written as a number, text always as text. */
export type OfficeCell = string | number | null;

export interface OfficeRow {
  cells: readonly OfficeCell[];
  /** Lifts the row out: a total, a red light. */
  tone?: 'strong' | 'bad' | 'warning';
}

export interface OfficeTable {
  /** The tab's name. */
  sheet: string;
  title: string;
  /** Below the title, left and right. */
  leftLine: string;
  rightLine: string;
  paper: { size: 'A3' | 'A4'; landscape: boolean };
  columns: readonly OfficeColumn[];
  rows: readonly OfficeRow[];
  /** Below the table, a line each. */
  notes: readonly string[];
  /** 落款, at the right below the notes: who and when, a line each. */
  signature?: readonly string[];
  /** For the program's own notes to itself: not to be seen without its help. */
  hidden?: boolean;
}
