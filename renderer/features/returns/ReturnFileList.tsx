import type { ReturnFile } from '#shared/contract/returns.ts';
import { periodName } from '../../components/format.ts';
import { fileTotals, type Review } from './review.ts';
import { stateLabels } from './review-words.ts';

interface ReturnFileListProps {
  review: Review;
  files: readonly ReturnFile[];
  /** Path of the file whose rows are shown. */
  shown: string | null;
  onShow: (file: string) => void;
}

/** Every file that was read, the refused beside the good ones. */
export function ReturnFileList({ review, files, shown, onShow }: ReturnFileListProps) {
  return (
    <ul className="return-files sheet" aria-label="已读取的文件">
      {files.map((file) => (
        <li key={file.file}>
          <button
            type="button"
            className="return-file"
            aria-current={file.file === shown}
            onClick={() => onShow(file.file)}
          >
            <span className="return-file-name">{file.fileName}</span>
            <span className={`return-state return-state-${file.state}`}>{stateLabels[file.state]}</span>
            <span className="return-file-facts">{factsText(file)}</span>
            <span className="return-file-counts numeric">{countsText(review, file)}</span>
            {file.error !== null && <span className="return-file-error">{errorText(file, file.error)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function factsText({ unit, period }: ReturnFile): string {
  const unitText = unit?.name ?? '单位不明';
  return `${unitText}　${period === null ? '报告期不明' : periodName(period)}`;
}

/** The sentence without the file's name, which stands above it. */
function errorText({ fileName }: ReturnFile, error: string): string {
  const name = `「${fileName}」`;
  return error.startsWith(name) ? error.slice(name.length) : error;
}

/** 「新增 3　修改 2　冲突 1」; kinds that do not occur are not mentioned. */
function countsText(review: Review, file: ReturnFile): string {
  const totals = fileTotals(review, file);
  const parts = [
    ['新增', totals.fresh],
    ['修改', totals.changed],
    ['冲突', totals.conflict],
    ['有误', totals.wrong],
    ['无变化', totals.unchanged],
  ] as const;
  return parts
    .filter(([, number]) => number > 0)
    .map(([label, number]) => `${label} ${number}`)
    .join('　');
}
