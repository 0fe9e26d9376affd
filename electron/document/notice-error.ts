import { AppError } from '#shared/contract/errors.ts';

/** Where a notice's text stands: the file's name for messages, and the 1-based line. */
export interface SourcePlace {
  file: string;
  line: number;
}

/** 「seeds/notices/2024-16.md 第 43 行：…」. The problem says what is wrong and what to do. */
export function noticeError(place: SourcePlace, problem: string): AppError {
  return new AppError('bad_seed', `${place.file} 第 ${place.line} 行：${problem}`, { ...place });
}

/** For what is missing from the text as a whole. */
export function noticeFileError(file: string, problem: string): AppError {
  return new AppError('bad_seed', `${file}：${problem}`, { file });
}
