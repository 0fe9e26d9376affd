import { CheckOutlined } from '@ant-design/icons';
import { memo } from 'react';
import type { DeskFile } from '#shared/contract/desk.ts';
import { countsText, factsText } from './desk-words.ts';
import { MiddleText } from './MiddleText.tsx';
import { StateTag } from './StateTag.tsx';

interface DeskFileEntryProps {
  file: DeskFile;
  /** Its rows are shown beside the list. */
  isCurrent: boolean;
  isMarked: boolean;
}

/** One file of the list. All entries are as high as each other, so that nothing moves while files are read. */
export const DeskFileEntry = memo(function DeskFileEntry({ file, isCurrent, isMarked }: DeskFileEntryProps) {
  const summary = [countsText(file.counts), file.reason ?? ''].filter((part) => part !== '').join('；');
  return (
    <div
      role="option"
      className="desk-file"
      data-file={file.id}
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={isMarked}
      aria-current={isCurrent}
    >
      <span className="desk-file-mark" data-mark aria-hidden="true">
        {isMarked && <CheckOutlined />}
      </span>
      <span className="desk-file-name">
        <MiddleText text={file.fileName} />
      </span>
      <StateTag state={file.state} />
      <span className="desk-file-facts">{file.state === 'waiting' ? '' : factsText(file)}</span>
      <span className="desk-file-accepted numeric">
        {file.accepted && file.counts.taken > 0 && `入库 ${file.counts.taken} 行`}
      </span>
      <span className="desk-file-summary" title={summary}>
        {summary}
      </span>
    </div>
  );
});
