import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { DeskFile } from '#shared/contract/desk.ts';
import { DateField } from './DateField.tsx';
import { countsText, factsText, hindrance } from './desk-words.ts';
import { MiddleText } from './MiddleText.tsx';
import { StateTag } from './StateTag.tsx';

interface FileHeadProps {
  file: DeskFile;
  onOpenOriginal: () => void;
  onChangeFacts: () => void;
  onReceivedOn: (date: string) => void;
  onAccept: (accepted: boolean) => void;
}

/** Whose the file is, for when, where it came from, and whether 入库 takes it. */
export function FileHead({ file, onOpenOriginal, onChangeFacts, onReceivedOn, onAccept }: FileHeadProps) {
  const obstacle = hindrance(file);
  return (
    <header className="file-head">
      <div className="file-head-title">
        <StateTag state={file.state} />
        <h2>
          <MiddleText text={file.fileName} />
        </h2>
        <Button size="small" disabled={file.sha256 === ''} onClick={onOpenOriginal}>
          打开原件
        </Button>
        <Button
          size="small"
          type={file.accepted ? 'default' : 'primary'}
          aria-pressed={file.accepted}
          disabled={obstacle !== null && !file.accepted}
          icon={file.accepted ? <CheckOutlined /> : undefined}
          title={obstacle ?? ''}
          onClick={() => onAccept(!file.accepted)}
        >
          {file.accepted ? '已标记入库，点此取消' : '标记入库'}
        </Button>
      </div>
      <div className="file-head-facts">
        <span>{factsText(file)}</span>
        <Button size="small" type="link" className="file-head-change" onClick={onChangeFacts}>
          改单位或报告期
        </Button>
        <span className="file-head-date">
          <span aria-hidden="true">收到</span>
          <DateField label="这份的收到日期" value={file.receivedOn} onCommit={onReceivedOn} />
        </span>
        <span className="file-head-source muted">
          来自 <MiddleText text={file.source} />
        </span>
        <span className="muted numeric">{countsText(file.counts)}</span>
      </div>
      {file.reason !== null && <p className={`file-reason file-reason-${file.state}`}>{file.reason}</p>}
      {file.notices.length > 0 && (
        <ul className="file-notices">
          {file.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
    </header>
  );
}
