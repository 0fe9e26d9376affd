/**
 * Whether SQLite may live in a folder. Network and synced folders corrupt or stall it (libraries.md): locks do
 * not hold there, and a sync program copies the file in the middle of a write. Pure: the facts come in.
 */
import { isInside, pathSegments, withoutDevicePrefix } from './path-shape.ts';

export interface Mount {
  point: string;
  type: string;
}

export interface LocationFacts {
  platform: NodeJS.Platform;
  /** Absolute, as given. */
  path: string;
  /** The same with links, mapped and substituted drives seen through. */
  realPath: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Linux: what /proc/mounts says; empty elsewhere. */
  mounts: readonly Mount[];
}

type Finding = string | null;

/** Windows programs stop at 260 characters; backups' names and their folder need the rest. */
export const longestWindowsDirectory = 180;
/** SQLite's own limit for a path is 512 bytes of UTF-8 on Linux. */
export const longestUnixDirectory = 400;

/**
 * 9p and virtiofs are absent: they are how WSL, containers and virtual machines show a local disk. What they
 * cannot do shows when the database is opened and WAL is refused.
 */
const networkTypes =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|ceph|lustre|gpfs|davfs2?|(fuse\.)?(sshfs|davfs2?|glusterfs|ceph|rclone|s3fs|gvfsd-fuse|smbnetfs|onedriver|google-drive-ocamlfuse))$/;

const syncedFolders: readonly { service: string; name: RegExp }[] = [
  { service: 'OneDrive', name: /^onedrive( - .+)?$/i },
  { service: 'Dropbox', name: /^dropbox( \(.+\))?$/i },
  { service: '坚果云', name: /^(nutstore( files)?|(我的)?坚果云)$/i },
  { service: '百度网盘同步空间', name: /^(baidusyncdisk|百度网盘同步空间|百度云?同步盘)$/i },
  { service: 'WPS云盘', name: /^(wps ?(企业)?云盘|wps ?drive|wps cloud files)$/i },
  { service: 'iCloud', name: /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i },
  { service: 'Google Drive', name: /^(google ?drive|google 云端硬盘|我的云端硬盘)$/i },
  { service: '微云', name: /^(微云|微云同步助手|weiyun)$/i },
  { service: '同步盘', name: /^(360云盘|天翼云盘|nextcloud|owncloud|seafile|synologydrive|pcloud ?drive)$/i },
];

/** @returns null when the folder may be used; else one or two sentences: why not, and what to do. */
export function refuseLocation(facts: LocationFacts): Finding {
  const paths = [facts.path, facts.realPath];
  const finding =
    first(paths, (path) => networkShare(path, facts.platform)) ??
    networkMount(facts) ??
    first(paths, (path) => syncedFolder(path, facts)) ??
    first(paths, (path) => roamingProfile(path, facts)) ??
    tooLong(facts);
  return finding === null ? null : `数据文件夹“${facts.path}”${finding}`;
}

const useLocalDisk = '没有打开。请改用本机硬盘上的普通文件夹。';

function networkShare(path: string, platform: NodeJS.Platform): Finding {
  if (platform !== 'win32' || !/^[\\/]{2}/.test(withoutDevicePrefix(path))) return null;
  return `在网络共享或映射的网络驱动器上，多台电脑同时写会损坏数据，${useLocalDisk}`;
}

function networkMount({ platform, realPath, mounts }: LocationFacts): Finding {
  if (platform === 'win32') return null;
  const holding = mounts
    .filter((mount) => isInside(realPath, mount.point, platform))
    // Of two mounts on one point the later hides the earlier.
    .reduce<Mount | null>(
      (best, mount) => (best && best.point.length > mount.point.length ? best : mount),
      null,
    );
  if (holding === null || !networkTypes.test(holding.type)) return null;
  return `在网络文件系统（${holding.type}）上，多台电脑同时写会损坏数据，${useLocalDisk}`;
}

function syncedFolder(path: string, { environment, platform }: LocationFacts): Finding {
  const roots = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].map((name) => environment[name]);
  const inOneDrive = roots.some(
    (root) => root !== undefined && root !== '' && isInside(path, root, platform),
  );
  const service = inOneDrive
    ? 'OneDrive'
    : syncedFolders.find(({ name }) => pathSegments(path, platform).some((segment) => name.test(segment)))
        ?.service;
  if (service === undefined) return null;
  return `在${service}的同步文件夹里，同步程序会在写到一半时复制或占用数据库，${useLocalDisk}`;
}

function roamingProfile(path: string, { environment, platform }: LocationFacts): Finding {
  const roaming = environment.APPDATA;
  if (platform !== 'win32' || !roaming || !isInside(path, roaming, platform)) return null;
  return `在漫游配置（AppData\\Roaming）里，登录和注销时会被搬到服务器，没有打开。请改用 AppData\\Local 下的文件夹。`;
}

function tooLong({ platform, path }: LocationFacts): Finding {
  const windows = platform === 'win32';
  const length = windows ? path.length : new TextEncoder().encode(path).length;
  const limit = windows ? longestWindowsDirectory : longestUnixDirectory;
  return length <= limit ? null : '的路径太长，备份等文件会写不进去，没有打开。请换一个路径短一些的文件夹。';
}

function first(paths: readonly string[], judge: (path: string) => Finding): Finding {
  for (const path of paths) {
    const finding = judge(path);
    if (finding !== null) return finding;
  }
  return null;
}
