/**
 * How large a returned file may be, from excel-notes.md (Reading): of 1,498 real files they refused 16, nearly
 * all broken or bombs. Time (20 s) and memory (1 GB) are the worker's.
 */
const mebibyte = 1024 * 1024;

export const maxFileBytes = 20 * mebibyte;
export const maxEntryBytes = 64 * mebibyte;
export const maxTotalBytes = 200 * mebibyte;
export const maxEntries = 1_000;
/** Unpacked to packed size; small entries are exempt, because they compress arbitrarily well. */
export const maxRatio = 100;
export const ratioExemptBytes = 100 * 1024;
export const maxSheets = 50;
export const maxRows = 20_000;
export const maxColumns = 200;
export const maxCells = 1_000_000;
export const maxCellCharacters = 32_767;
