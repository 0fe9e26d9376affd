import { Button } from 'antd';
import { type ChangeEvent, useRef } from 'react';
import type { ActionDetail } from '#shared/contract/actions.ts';
import { useAttach, useOpenAttachment } from '../../api/actions.ts';
import { pathForFile } from '../../api/bridge.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** Photographs and files; one that was attached stays with its record. */
export function ActionFiles({ action: { id: actionId, attachments } }: { action: ActionDetail }) {
  const chooser = useRef<HTMLInputElement>(null);
  const attach = useAttach();
  const open = useOpenAttachment();
  const bring = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const paths = [...(target.files ?? [])].map(pathForFile).filter((path) => path !== '');
    // So that the same file may be chosen again after a failure.
    target.value = '';
    if (paths.length > 0) attach.mutate({ actionId, paths });
  };
  const error = attach.error ?? open.error;
  return (
    <div className="action-files">
      {attachments.map(({ id, fileName }) => (
        <Button key={id} type="link" size="small" onClick={() => open.mutate({ actionId, attachmentId: id })}>
          {fileName}
        </Button>
      ))}
      <input ref={chooser} type="file" multiple hidden aria-label="附件" onChange={bring} />
      <Button size="small" disabled={attach.isPending} onClick={() => chooser.current?.click()}>
        附照片或文件…
      </Button>
      {error !== null && <ErrorNotice title="附件没有办成" error={error} />}
    </div>
  );
}
