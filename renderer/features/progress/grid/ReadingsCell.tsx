import { type FormEvent, useLayoutEffect, useRef } from 'react';
import type { TaskTarget } from '#shared/contract/tasks.ts';
import { joinReadings, promiseText, splitReadings, targetMarker } from '../model/readings-text.ts';
import type { CellFieldProps } from './use-cell-field.ts';

interface ReadingsCellProps extends CellFieldProps {
  /** The cursor is here and the task has targets. */
  active: boolean;
}

/** One line a target; while the cursor is here each line is a field of its own. */
export function ReadingsCell({ controller, row, mark, text, describedBy, active }: ReadingsCellProps) {
  const list = useRef<HTMLDivElement>(null);
  const { targets } = row.stored;
  const lines = splitReadings(text, targets.length);

  // Only when the cursor arrives: afterwards the person moves between the lines.
  useLayoutEffect(() => {
    if (active) list.current?.querySelector('input')?.select();
  }, [active]);

  const changeLine = (index: number) => (event: FormEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    controller.type(joinReadings(lines.map((line, position) => (position === index ? value : line))));
  };
  return (
    <div id={describedBy} ref={list} className="sheet-cell-text readings">
      {lines.map((line, index) => {
        const target = targets[index];
        const key = target?.id ?? `line-${index}`;
        return (
          <div key={key} className="reading" title={target === undefined ? undefined : promiseText(target)}>
            <span aria-hidden>{targetMarker(index, targets.length)}</span>
            {active && target !== undefined ? (
              <input
                data-cell-editor={index === 0 ? true : undefined}
                className="reading-field"
                aria-label={`${row.stored.code} 完成值：${promiseText(target)}`}
                value={line}
                onChange={changeLine(index)}
                onFocus={(event) => mark === 'ready' && event.currentTarget.select()}
              />
            ) : (
              <span className="reading-value">{line}</span>
            )}
            <span className="reading-measure">{measureOf(target)}</span>
          </div>
        );
      })}
    </div>
  );
}

function measureOf(target: TaskTarget | undefined): string {
  return target?.measure ?? '';
}
