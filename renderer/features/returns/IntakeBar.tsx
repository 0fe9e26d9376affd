import { Button } from 'antd';
import type { PeriodSummary } from '#shared/contract/progress.ts';
import { PeriodSelect } from '../../components/select/PeriodSelect.tsx';
import { DateField } from './DateField.tsx';
import type { Intake } from './use-intake.ts';

interface IntakeBarProps {
  intake: Intake;
  periods: readonly PeriodSummary[];
}

/** Which period is asked for, when the files came, and the buttons that bring them in. */
export function IntakeBar({ intake, periods }: IntakeBarProps) {
  return (
    <div className="intake-bar">
      <PeriodSelect
        periods={periods}
        value={intake.expectedPeriod}
        onChange={intake.setExpectedPeriod}
        onClear={() => intake.setExpectedPeriod(null)}
        placeholder="报告期：不限"
      />
      <span className="intake-date">
        <span aria-hidden="true">收到日期</span>
        <DateField label="收到日期" value={intake.receivedOn} onCommit={intake.setReceivedOn} />
      </span>
      <Button type="primary" onClick={intake.chooseFiles}>
        选择文件…
      </Button>
      <Button onClick={intake.chooseFolder}>选择文件夹…</Button>
    </div>
  );
}
