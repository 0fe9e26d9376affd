import { Popover } from 'antd';
import { useId } from 'react';
import { statusChoices } from '../sheet/sheet-controller.ts';
import { type CellFieldProps, useCellField } from './use-cell-field.ts';

/** The status column: typed like any other, or chosen from the list that opens with it. */
export function StatusField(props: CellFieldProps) {
  const { controller, mark, text } = props;
  const listId = useId();
  const field = useCellField<HTMLInputElement>(props);
  const open = mark === 'enter' || mark === 'edit';
  const choose = (choice: string) => {
    controller.type(choice);
    controller.finishTyping();
  };
  return (
    <Popover
      open={open}
      placement="bottomLeft"
      arrow={false}
      trigger={[]}
      content={<StatusList id={listId} chosen={text} onChoose={choose} />}
    >
      <div className="status-field">
        <input
          role="combobox"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-haspopup="listbox"
          autoComplete="off"
          {...field}
        />
        <button
          type="button"
          tabIndex={-1}
          className="status-open"
          aria-label="选择状态"
          onMouseDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
            controller.toggleEdit();
          }}
        >
          ▾
        </button>
      </div>
    </Popover>
  );
}

interface StatusListProps {
  id: string;
  chosen: string;
  onChoose: (choice: string) => void;
}

function StatusList({ id, chosen, onChoose }: StatusListProps) {
  return (
    <div role="listbox" id={id} aria-label="状态" className="status-list">
      {statusChoices.map((choice) => (
        <div
          key={choice}
          role="option"
          tabIndex={-1}
          aria-selected={choice === chosen}
          className="status-choice"
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(choice);
          }}
        >
          {choice === '' ? '（不填）' : choice}
        </div>
      ))}
    </div>
  );
}
