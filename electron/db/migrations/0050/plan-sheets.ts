/** 计划表 that came back from units and were taken in. */
import { isDigest, isFilled, isInstant } from '../0010/checks.ts';

/** Builds on the way from 0.3 to 0.4 made it at 40 already. */
export const planSheets = `
CREATE TABLE IF NOT EXISTS plan_sheet (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  file_name TEXT NOT NULL CHECK (${isFilled('file_name')}),
  tasks INTEGER NOT NULL CHECK (tasks >= 0),
  cells INTEGER NOT NULL CHECK (cells >= 0),
  applied_at TEXT NOT NULL CHECK (${isInstant('applied_at')}),
  applied_by TEXT NOT NULL CHECK (${isFilled('applied_by')})
) STRICT;
CREATE INDEX IF NOT EXISTS plan_sheet_by_digest ON plan_sheet (sha256);
`;
