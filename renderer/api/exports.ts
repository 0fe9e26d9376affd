import type {
  FormFile,
  FormsExport,
  LedgerExport,
  LedgerResult,
  LedgerScope,
} from '#shared/contract/exports.ts';
import { client } from './client.ts';
import { useJob } from './job.ts';

/** The file name the save dialog starts with. */
export function suggestLedgerName(period: string, scope: LedgerScope): Promise<string> {
  return client.exports.suggestLedgerName({ period, scope });
}

export function useLedgerExport() {
  return useJob<Omit<LedgerExport, 'jobId'>, LedgerResult>((input) => client.exports.exportLedger(input));
}

export function useFormsExport() {
  return useJob<Omit<FormsExport, 'jobId'>, FormFile[]>((input) => client.exports.exportForms(input));
}
