/** The program itself: what it is, dialogs, long work, remembered layout. */
import { z } from 'zod';
import type { IssuingOffice } from '../domain/issuing-office.ts';
import { method } from './method.ts';
import { filePath, jobId, noInput } from './values.ts';

export interface ApplicationInfo {
  version: string;
  electron: string;
  /** Running on the development stand-in, not on the shipped Electron: the window says so. */
  standIn: boolean;
  dataDirectory: string;
  operator: string;
  schemaVersion: number;
  counts: { documents: number; tasks: number; units: number; reports: number };
}

/** Pushed to the window while long work goes on. */
export interface JobProgress {
  jobId: string;
  done: number;
  total: number;
  /** What is being worked on: a unit or a file name. */
  label: string;
}

/** The channel on which {@link JobProgress} arrives. */
export const jobProgressChannel = 'jobs.progress';

/** The operator's name and the issuing office have methods of their own, because a change of them is logged. */
export const preferenceKey = z.string().regex(/^(?!operator\.|office\.)[a-z][a-z0-9.-]{0,63}$/);

export const applicationContract = {
  info: method<ApplicationInfo>()('read', noInput),
  cancelJob: method<boolean>()('window', z.strictObject({ jobId })),
  /** Null when the person cancelled. */
  chooseSaveFile: method<string | null>()(
    'read',
    z.strictObject({ suggestedName: z.string().min(1).max(200) }),
  ),
  chooseDirectory: method<string | null>()('read', z.strictObject({ title: z.string().max(60) })),
  chooseReturns: method<string[]>()('read', noInput),
  /** Only for files and folders this program wrote or was given in this session. */
  openPath: method<boolean>()('read', z.strictObject({ path: filePath })),
  showInFolder: method<boolean>()('read', z.strictObject({ path: filePath })),
  /** Signs everything from now on, whatever the account is called. */
  setOperator: method<boolean>()(
    'write',
    z.strictObject({ name: z.string().trim().min(1, '操作人姓名不能为空').max(20) }),
  ),
  /** Who signs the papers. */
  office: method<IssuingOffice>()('read', noInput),
  setOffice: method<IssuingOffice>()(
    'write',
    z.strictObject({
      name: z.string().trim().min(1, '落款单位不能为空').max(40),
      prefix: z.string().trim().max(10),
    }),
  ),
  readPreference: method<string | null>()('read', z.strictObject({ key: preferenceKey })),
  writePreference: method<boolean>()(
    'window',
    z.strictObject({ key: preferenceKey, value: z.string().max(65_536) }),
  ),
};
