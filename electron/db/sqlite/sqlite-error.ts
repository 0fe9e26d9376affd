/** SQLite's own failures, told as an office can act on them. */
import { AppError } from '#shared/contract/errors.ts';

/** @returns null for anything that SQLite did not throw. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
}

/** The file's pages or its header are not what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error) ?? '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** Failures to open or lock the file; anything else comes back as it was. */
export function explainOpenFailure(error: unknown, file: string): unknown {
  const code = sqliteCode(error) ?? '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError(
      'file_unwritable',
      `数据库“${file}”正被另一个程序占用，没有打开。请等督办台账的其他窗口、命令行或杀毒、备份软件放开它之后再试。`,
      { file },
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(
      'file_unwritable',
      `数据库“${file}”打不开或只能读取。请检查该文件和所在文件夹是否只读、当前账户是否有写入权限，或是否被其他程序锁住。`,
      { file },
    );
  }
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) {
    return new AppError(
      'file_unwritable',
      `读写数据库“${file}”时磁盘出错或已满，没有打开。请检查磁盘空间和磁盘本身后再试。`,
      { file },
    );
  }
  return error;
}

/** A CHECK, UNIQUE, NOT NULL or foreign key of the tables refused a row. */
export function isConstraintFailure(error: unknown): error is Error {
  return sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') ?? false;
}
