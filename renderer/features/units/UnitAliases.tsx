import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { UnitSummary } from '#shared/contract/units.ts';
import { type AliasChange, reverseAliasChange, useChangeAlias } from '../../api/units.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { UndoNotice } from '../../components/UndoNotice.tsx';

const doneTexts = { add: '已添加别名', remove: '已删除别名' };

/** Other names the unit goes by in notices and returns; each change can be taken back. */
export function UnitAliases({ unit }: { unit: UnitSummary }) {
  const [alias, setAlias] = useState('');
  const [lastChange, setLastChange] = useState<AliasChange | null>(null);
  const { mutate, error, isPending } = useChangeAlias();
  const inputId = useId();

  const apply = (change: AliasChange, then: () => void) => mutate(change, { onSuccess: then });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const change: AliasChange = { action: 'add', unitId: unit.id, alias: alias.trim() };
    apply(change, () => {
      setAlias('');
      setLastChange(change);
    });
  };
  const remove = (name: string) => {
    const change: AliasChange = { action: 'remove', unitId: unit.id, alias: name };
    apply(change, () => setLastChange(change));
  };
  return (
    <section className="unit-block sheet" aria-labelledby="unit-aliases">
      <h2 id="unit-aliases">别名</h2>
      <p className="muted">通知和回表里出现这些写法时，都算作本单位。</p>
      <ul className="unit-aliases">
        {unit.aliases.map((name) => (
          <li key={name}>
            {name}
            <Button
              size="small"
              type="text"
              disabled={isPending}
              onClick={() => remove(name)}
              aria-label={`删除别名“${name}”`}
            >
              删除
            </Button>
          </li>
        ))}
        {unit.aliases.length === 0 && <li className="muted">没有别名</li>}
      </ul>
      <form className="unit-alias-form" onSubmit={add}>
        <label htmlFor={inputId} className="visually-hidden">
          新别名
        </label>
        <Input
          id={inputId}
          value={alias}
          maxLength={60}
          placeholder="例如 区人社局"
          onChange={(event) => setAlias(event.target.value)}
        />
        <Button htmlType="submit" disabled={alias.trim() === ''} loading={isPending}>
          添加
        </Button>
      </form>
      {error !== null && <ErrorNotice title="别名没有改动" error={error} />}
      {lastChange !== null && error === null && (
        <UndoNotice
          message={`${doneTexts[lastChange.action]}“${lastChange.alias}”`}
          busy={isPending}
          onUndo={() => apply(reverseAliasChange(lastChange), () => setLastChange(null))}
          onClose={() => setLastChange(null)}
        />
      )}
    </section>
  );
}
