/** What is said of all files that are about to be brought in, and the ways of bringing them. */
import { useState } from 'react';
import { chooseDirectory, chooseReturns, usePreference } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { localToday } from '../../components/today.ts';

interface IntakeRequest {
  paths: string[];
  expectedPeriod?: string;
  receivedOn: string;
}

export function useIntake(collect: (request: IntakeRequest) => Promise<void>) {
  const { value, remember } = usePreference('returns.period');
  const [receivedOn, setReceivedOn] = useState(localToday);
  const [dialogError, setDialogError] = useState<Error | null>(null);
  const expectedPeriod = value || null;
  const bring = (paths: string[]) => {
    setDialogError(null);
    if (paths.length === 0) return;
    void collect({ paths, receivedOn, ...(expectedPeriod === null ? {} : { expectedPeriod }) });
  };
  const failed = (reason: unknown) => setDialogError(asAppError(reason));
  return {
    expectedPeriod,
    setExpectedPeriod: (period: string | null) => remember(period ?? ''),
    receivedOn,
    setReceivedOn,
    bring,
    chooseFiles: () => void chooseReturns().then(bring, failed),
    chooseFolder: () =>
      void chooseDirectory('选择放有回表的文件夹').then((path) => bring(path === null ? [] : [path]), failed),
    error: dialogError,
  };
}
export type Intake = ReturnType<typeof useIntake>;
