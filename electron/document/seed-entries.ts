/** Parses a data file of seeds/ and says in which entry and line it is wrong. */
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { hasValue, type JsonPath, lineOfPath, lineOfSyntaxError } from './json-places.ts';
import { describeIssue } from './seed-problems.ts';

/** A text file of seeds/, as read. */
export interface SeedText {
  /** For messages: 「seeds/units.json」. */
  label: string;
  text: string;
  /** SHA-256 of the file's bytes, in hex. */
  sha256: string;
}

/** The entries of a data file, and how to name a place in it. */
export interface SeedEntries<Entry> {
  entries: Entry[];
  /** 「seeds/units.json 第 12 条（第 45 行）」 for the path of an entry or of something in it. */
  placeOf: (path: JsonPath) => string;
}

function describePlace(label: string, json: string, path: JsonPath): string {
  const entry = path.findLast((step) => typeof step === 'number');
  const line = lineOfPath(json, path);
  return entry === undefined ? `${label} 第 ${line} 行` : `${label} 第 ${entry + 1} 条（第 ${line} 行）`;
}

function parseJson(label: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const line = lineOfSyntaxError(json, error);
    const problem = '不是正确的 JSON，请检查逗号、引号和括号。';
    throw new AppError('bad_seed', `${label} 第 ${line} 行：${problem}`, { file: label, line });
  }
}

/**
 * Parses a data file that holds a list of entries.
 * @param schema of one entry
 * @throws AppError `bad_seed` naming file, entry and line
 */
export function parseSeedEntries<Schema extends z.ZodType>(
  { label, text }: SeedText,
  schema: Schema,
): SeedEntries<z.output<Schema>> {
  const json = text.replace(/^\uFEFF/, '');
  const result = z.array(schema).safeParse(parseJson(label, json));
  const placeOf = (path: JsonPath): string => describePlace(label, json, path);
  if (result.success) return { entries: result.data, placeOf };
  const issue = result.error.issues[0];
  if (issue === undefined) throw result.error;
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const line = lineOfPath(json, path);
  throw new AppError('bad_seed', `${placeOf(path)}：${describeIssue(issue, !hasValue(json, path))}。`, {
    file: label,
    line,
  });
}
