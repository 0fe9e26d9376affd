import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useApplicationInfo, useSetOperator } from '../../api/application.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** Who signs what is done from now on. */
export function OperatorName() {
  const { data } = useApplicationInfo();
  const save = useSetOperator();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  if (data === undefined) return null;
  const name = typed ?? data.operator;
  const isChanged = name.trim() !== '' && name.trim() !== data.operator;
  const store = () => {
    if (isChanged) save.mutate(name.trim(), { onSuccess: () => setTyped(null) });
  };
  return (
    <div className="log-operator">
      <label htmlFor={id}>操作人</label>
      <Input
        id={id}
        value={name}
        maxLength={20}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={store}
      />
      <Button disabled={!isChanged} loading={save.isPending} onClick={store}>
        保存
      </Button>
      {save.error !== null && <ErrorNotice title="没有保存" error={save.error} />}
    </div>
  );
}
