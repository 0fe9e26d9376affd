import type { FuseConfig, FuseV1Options } from '@electron/fuses';
import type { Configuration } from 'electron-builder';

export type FuseOptions = NonNullable<Configuration['electronFuses']>;
type Fuse = keyof typeof FuseV1Options;
type Option = Exclude<keyof FuseOptions, 'resetAdHocDarwinSignature'>;

/** What @electron/fuses and electron-builder.yml call the same fuse. */
const FUSES: readonly (readonly [Fuse, Option])[] = [
  ['RunAsNode', 'runAsNode'],
  ['EnableCookieEncryption', 'enableCookieEncryption'],
  ['EnableNodeOptionsEnvironmentVariable', 'enableNodeOptionsEnvironmentVariable'],
  ['EnableNodeCliInspectArguments', 'enableNodeCliInspectArguments'],
  ['EnableEmbeddedAsarIntegrityValidation', 'enableEmbeddedAsarIntegrityValidation'],
  ['OnlyLoadAppFromAsar', 'onlyLoadAppFromAsar'],
  ['LoadBrowserProcessSpecificV8Snapshot', 'loadBrowserProcessSpecificV8Snapshot'],
  ['GrantFileProtocolExtraPrivileges', 'grantFileProtocolExtraPrivileges'],
];

/** What @electron/fuses writes for the `electronFuses` of electron-builder.yml. */
export async function fuseConfig(asked: FuseOptions): Promise<FuseConfig> {
  const { FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const states = FUSES.map(([fuse, option]) => [FuseV1Options[fuse], asked[option] === true]);
  return { version: FuseVersion.V1, ...Object.fromEntries(states) };
}

/**
 * Reads the fuses back from an executable.
 * @returns the options that are not as asked
 */
export async function fusesNotAsAsked(executable: string, asked: FuseOptions): Promise<string[]> {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  return FUSES.filter(([fuse, option]) => {
    return wire[FuseV1Options[fuse]] !== (asked[option] === true ? FuseState.ENABLE : FuseState.DISABLE);
  }).map(([, option]) => option);
}
