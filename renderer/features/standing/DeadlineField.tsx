import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import type { ReturnOverview } from '#shared/contract/desk.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { useSetDeadline } from '../../api/overview.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { UndoNotice } from '../../components/UndoNotice.tsx';

/** 报送截止: a notice may move it; the change can be taken back. */
export function DeadlineField({ overview }: { overview: ReturnOverview }) {
  const { period, deadline } = overview;
  const [before, setBefore] = useState<string | null>(null);
  const { mutate, error, isPending } = useSetDeadline();
  const fieldId = useId();
  const change = (wanted: string, previous: string | null) =>
    mutate({ period, deadline: wanted }, { onSuccess: () => setBefore(previous) });
  return (
    <>
      <span className="standing-deadline">
        <label htmlFor={fieldId}>报送截止</label>
        <DatePicker
          id={fieldId}
          allowClear={false}
          disabled={isPending}
          value={dayjs(deadline)}
          onChange={(day) => {
            const wanted = day?.format('YYYY-MM-DD');
            if (wanted !== undefined && wanted !== deadline) change(wanted, deadline);
          }}
        />
      </span>
      {error !== null && <ErrorNotice title="截止日期没有改动" error={error} />}
      {before !== null && error === null && (
        <UndoNotice
          message={`${overview.label}的报送截止已改为${dateLabel(deadline)}`}
          busy={isPending}
          onUndo={() => change(before, null)}
          onClose={() => setBefore(null)}
        />
      )}
    </>
  );
}
