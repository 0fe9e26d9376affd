import { Select } from 'antd';
import { type DeskColumn, type TeachableRole, teachableRoles } from '#shared/contract/desk.ts';
import { roleLabels } from './desk-words.ts';

interface ColumnNoticeProps {
  columns: readonly DeskColumn[];
  onTeach: (column: DeskColumn, role: TeachableRole) => void;
}

const options = teachableRoles.map((role) => ({ value: role, label: roleLabels[role] }));

function knownRole(role: string | null): TeachableRole | null {
  return teachableRoles.find((each) => each === role) ?? null;
}

/** Columns whose heading means nothing to the program, or what this unit was once said to mean by it. */
export function ColumnNotice({ columns, onTeach }: ColumnNoticeProps) {
  if (columns.length === 0) return null;
  return (
    <ul className="column-notice" aria-label="没有认出的列">
      {columns.map((column) => (
        <li key={`${column.sheet} ${column.letter}`}>
          <span className="column-words">
            <b>
              “{column.heading}”（{column.letter} 列）
            </b>
            {column.learned ? '按这个单位以前的说法，读作' : '没有认出，读作'}
          </span>
          <Select
            size="small"
            className="column-role"
            aria-label={`“${column.heading}”读作`}
            placeholder="不读"
            value={knownRole(column.role)}
            options={options}
            onChange={(role: TeachableRole) => onTeach(column, role)}
            popupMatchSelectWidth={false}
          />
          <span className="column-examples muted" title={column.examples.join('\n')}>
            {column.examples.length > 0 && `例：${column.examples.join('；')}`}
          </span>
        </li>
      ))}
      <li className="muted">选定后记住，这个单位下次同样处理；可在「单位」里取消。</li>
    </ul>
  );
}
