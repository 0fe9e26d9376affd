/** Schemas that several areas share. */
import { z } from 'zod';
import { parsePeriod } from '../domain/period.ts';
import { isDate } from '../domain/supervision/dates.ts';

/** A row id of the database. */
export const rowId = z.int().positive();

/** `2024-06` or `2024-Q2`. */
export const periodText = z
  .string()
  .refine((text) => parsePeriod(text) !== null, '报告期应写作 2024-06 或 2024-Q2');

/** Longest text one cell of a workbook can hold; the limit for everything a person types. */
export const maxTextLength = 32_767;

export const longText = z.string().max(maxTextLength);

export const shortText = z.string().max(200);

/** A day of the calendar: `2024-06-30`. */
export const dateText = z.string().refine(isDate, '日期应写作 2024-06-30');

/** A day as somebody typed it: what is wrong with it, the rules say in a sentence. */
export const typedDate = z.string().max(20);

/** An absolute path that the operating system gave us (a dialog, a drop); never composed in the renderer. */
export const filePath = z.string().min(1).max(4096);

/** Names one long-running piece of work, made by whoever starts it. */
export const jobId = z.uuid();

export const noInput = z.strictObject({});
