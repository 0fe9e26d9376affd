import { type CellFieldProps, useCellField } from './use-cell-field.ts';

/** The field of a column that takes text, several lines where Alt+Enter asks for them. */
export function CellField(props: CellFieldProps) {
  return <textarea rows={1} {...useCellField<HTMLTextAreaElement>(props)} />;
}
