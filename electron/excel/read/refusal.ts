import { AppError } from '#shared/contract/errors.ts';
import { maxFileBytes } from './limits.ts';

/** Makes the error for one file. @param what what is wrong with it, and what the unit should do */
export type Refuse = (what: string) => AppError;

/** `「区发改局.xls」设有打开密码，请去掉打开密码后重新报送。` */
export function refusalFor(fileName: string): Refuse {
  return (what) => new AppError('file_unreadable', `「${fileName}」${what}`, { fileName });
}

export const refusals = {
  empty: '是空文件，里面没有任何内容，请重新保存后再报送。',
  tooLarge: `超过 ${maxFileBytes / 1024 / 1024} MB 的上限，请删去图片和多余的工作表后重新报送。`,
  password: '设有打开密码，请去掉打开密码后重新报送。',
  damaged: '已损坏或不完整（可能没有复制完），请在 Excel 或 WPS 中打开确认后重新保存、重新报送。',
  word: '是 Word 文档，不是电子表格，请填写下发的 Excel 填报表后重新报送。',
  slides: '是演示文稿，不是电子表格，请填写下发的 Excel 填报表后重新报送。',
  pdf: '是 PDF 文件，不是电子表格，请报送能编辑的 Excel 填报表。',
  picture: '是图片，不是电子表格，请报送能编辑的 Excel 填报表。',
  archive: '是压缩包，请解压后报送里面的电子表格。',
  web: '是改名的网页文件（HTML），不是真正的电子表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再报送。',
  xml: '是 XML 文件，不是真正的电子表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再报送。',
  otherDocument: '是其他办公文档，不是电子表格，请填写下发的 Excel 填报表后重新报送。',
  unknown: '不是电子表格，或被加密软件加了密，请解密后用 Excel 或 WPS 另存为 .xlsx 再报送。',
  noSheet: '里面没有工作表，请填写下发的填报表后重新报送。',
  blank: '的各工作表都是空的，没有可读的内容，请填写后重新报送。',
  onlyCharts: '里面只有图表，没有表格，请填写下发的填报表后重新报送。',
} as const;

const otherKinds: readonly string[] = [
  refusals.word,
  refusals.slides,
  refusals.pdf,
  refusals.picture,
  refusals.archive,
  refusals.otherDocument,
  refusals.unknown,
];

/** Whether a refusal says that the file is no spreadsheet at all, rather than a faulty one. */
export function isOtherKind(error: unknown): boolean {
  return error instanceof AppError && otherKinds.some((what) => error.message.endsWith(what));
}
