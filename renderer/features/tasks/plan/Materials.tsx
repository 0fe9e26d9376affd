import { Button } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import type { PlanDetail } from '#shared/contract/plan.ts';
import { openMaterial, useAttachMaterials, useWithdrawMaterial } from '../../../api/plan.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { timeText } from '../../../components/format.ts';

/** 办结材料: kept as copies, so that they stay when the original is moved. */
export function Materials({ detail: { taskId, materials } }: { detail: PlanDetail }) {
  const input = useRef<HTMLInputElement>(null);
  const attach = useAttachMaterials();
  const withdraw = useWithdrawMaterial();
  const [openError, setOpenError] = useState<Error | null>(null);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    if (files.length > 0) attach.mutate({ taskId, files, note: '办结材料' });
  };
  const error = attach.error ?? withdraw.error ?? openError;
  return (
    <div className="plan-materials">
      <ul className="task-history" aria-label="办结材料">
        {materials.map(({ id, sha256, fileName, createdAt, createdBy }) => (
          <li key={id}>
            <Button type="link" size="small" onClick={() => void openMaterial(sha256).catch(setOpenError)}>
              {fileName}
            </Button>
            <span className="muted">
              {createdBy}，{timeText(createdAt)}
            </span>
            <Button
              type="link"
              size="small"
              aria-label={`撤下${fileName}`}
              onClick={() => withdraw.mutate({ taskId, materialId: id })}
            >
              撤下
            </Button>
          </li>
        ))}
      </ul>
      <input ref={input} type="file" multiple hidden aria-label="选择办结材料" onChange={choose} />
      <Button size="small" loading={attach.isPending} onClick={() => input.current?.click()}>
        附上办结材料…
      </Button>
      {error !== null && <ErrorNotice title="材料没有办成" error={error} />}
    </div>
  );
}
