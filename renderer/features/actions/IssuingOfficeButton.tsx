import { Button, Input } from 'antd';
import { useState } from 'react';
import type { IssuingOffice } from '#shared/domain/issuing-office.ts';
import { useIssuingOffice, useSetIssuingOffice } from '../../api/application.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { OfficeDialog } from './OfficeDialog.tsx';

/** Who signs the papers, set once for the office. */
export function IssuingOfficeButton() {
  const { data } = useIssuingOffice();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button disabled={data === undefined} onClick={() => setOpen(true)}>
        落款…
      </Button>
      {isOpen && data !== undefined && (
        <OfficeDialog title="文书落款" onClose={close}>
          <IssuingOfficeForm office={data} onDone={close} />
        </OfficeDialog>
      )}
    </>
  );
}

function IssuingOfficeForm({ office, onDone }: { office: IssuingOffice; onDone: () => void }) {
  const [typed, setTyped] = useState(office);
  const { mutate, error, isPending } = useSetIssuingOffice();
  return (
    <form
      className="action-form"
      onSubmit={(event) => {
        event.preventDefault();
        mutate(typed, { onSuccess: onDone });
      }}
    >
      <Field label="落款单位" hint="印在催办、督办单、约谈、延期批复、退回通知和成绩单的落款处。">
        {(ids) => (
          <Input
            {...ids}
            maxLength={40}
            value={typed.name}
            onChange={({ target }) => setTyped({ ...typed, name: target.value })}
          />
        )}
      </Field>
      <Field label="机关代字" hint="印在编号前，如“鹿督”：鹿督〔2024〕3号；不用的留空。">
        {(ids) => (
          <Input
            {...ids}
            maxLength={10}
            value={typed.prefix}
            onChange={({ target }) => setTyped({ ...typed, prefix: target.value })}
          />
        )}
      </Field>
      {error !== null && <ErrorNotice title="没有保存" error={error} />}
      <div className="confirm-dialog-actions">
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" htmlType="submit" disabled={isPending}>
          保存
        </Button>
      </div>
    </form>
  );
}
