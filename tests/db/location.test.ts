import { expect, test } from 'vitest';
import {
  type LocationFacts,
  longestUnixDirectory,
  longestWindowsDirectory,
  refuseLocation,
} from '#electron/db/sqlite/location.ts';
import { parseMounts } from '#electron/db/sqlite/location-probe.ts';

const environment = {
  APPDATA: 'C:\\Users\\王五\\AppData\\Roaming',
  LOCALAPPDATA: 'C:\\Users\\王五\\AppData\\Local',
  OneDrive: 'D:\\云文件',
  OneDriveCommercial: '',
};

function windows(path: string, realPath = path): LocationFacts {
  return { platform: 'win32', path, realPath, environment, mounts: [] };
}

const mounts = parseMounts(
  [
    '/dev/sda1 / ext4 rw,relatime 0 0',
    'tmpfs /tmp tmpfs rw 0 0',
    'srv:/data /mnt/share nfs4 rw 0 0',
    '//srv/duban /mnt/office\\040disk cifs rw 0 0',
    'user@srv: /home/u/far fuse.sshfs rw 0 0',
    '/dev/sdb1 /mnt/share/usb ext4 rw 0 0',
    'overlay /work 9p rw 0 0',
    'gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0',
    '//srv/old /mnt/hidden cifs rw 0 0',
    '/dev/sdc1 /mnt/hidden xfs rw 0 0',
  ].join('\n'),
);

function linux(path: string, realPath = path): LocationFacts {
  return { platform: 'linux', path, realPath, environment: {}, mounts };
}

test.each([
  windows('C:\\Users\\王五\\AppData\\Local\\督办台账'),
  windows('D:\\督办台账 数据'),
  windows('\\\\?\\C:\\数据'),
  windows('D:\\督办（OneDrive 已停用说明）'),
  windows('D:\\云文件夹\\督办'),
  windows('C:\\Users\\王五\\AppData\\RoamingOld'),
  linux('/home/u/duban'),
  linux('/tmp/duban'),
  linux('/mnt/share/usb/duban'),
  linux('/mnt/shared/duban'),
  linux('/work/data'),
  linux('/mnt/hidden/duban'),
  linux('/home/u/APPDATA'),
])('$platform $path may hold the data', (facts) => {
  expect(refuseLocation(facts)).toBeNull();
});

test.each([
  [windows('\\\\server\\share\\督办'), '网络共享'],
  [windows('//server/share/督办'), '网络共享'],
  [windows('\\\\?\\UNC\\server\\share'), '网络共享'],
  [windows('\\\\wsl$\\Debian\\home'), '网络共享'],
  [windows('Z:\\督办', '\\\\server\\share\\督办'), '网络共享或映射的网络驱动器'],
  [windows('C:\\Users\\王五\\OneDrive\\督办'), 'OneDrive'],
  [windows('C:\\Users\\王五\\OneDrive - 鹿城区\\督办'), 'OneDrive'],
  [windows('d:/云文件/督办'), 'OneDrive'],
  [windows('C:\\链接', 'D:\\云文件\\督办'), 'OneDrive'],
  [windows('C:\\Users\\王五\\Dropbox\\督办'), 'Dropbox'],
  [windows('C:\\Users\\王五\\Nutstore\\1\\督办'), '坚果云'],
  [windows('D:\\我的坚果云\\督办'), '坚果云'],
  [windows('D:\\BaiduSyncdisk\\督办'), '百度网盘同步空间'],
  [windows('D:\\百度网盘同步空间'), '百度网盘同步空间'],
  [windows('C:\\Users\\王五\\WPS云盘\\督办'), 'WPS云盘'],
  [windows('C:\\Users\\王五\\WPSDrive\\123\\督办'), 'WPS云盘'],
  [windows('C:\\Users\\王五\\iCloudDrive\\督办'), 'iCloud'],
  [windows('C:\\Users\\王五\\AppData\\Roaming\\督办台账'), '漫游配置'],
  [windows(`D:\\${'长'.repeat(longestWindowsDirectory - 2)}`), '路径太长'],
  [linux('/mnt/share/duban'), 'nfs4'],
  [linux('/mnt/share'), 'nfs4'],
  [linux('/mnt/office disk/duban'), 'cifs'],
  [linux('/home/u/far/duban'), 'sshfs'],
  [linux('/home/u/link', '/mnt/share/duban'), 'nfs4'],
  [linux('/run/user/1000/gvfs/smb-share:server=srv/duban'), 'gvfsd-fuse'],
  [linux('/home/u/Dropbox/duban'), 'Dropbox'],
  [linux('/home/u/Nutstore Files/duban'), '坚果云'],
  [linux(`/home/${'长'.repeat(Math.ceil(longestUnixDirectory / 3))}`), '路径太长'],
])('%o is refused', (facts, reason) => {
  const refusal = refuseLocation(facts);
  expect(refusal).toContain(`数据文件夹“${facts.path}”`);
  expect(refusal).toContain(reason);
  expect(refusal).toMatch(/请(改用|换)/);
});

test('the longest paths that are taken', () => {
  expect(refuseLocation(windows(`D:\\${'长'.repeat(longestWindowsDirectory - 3)}`))).toBeNull();
  expect(refuseLocation(linux(`/${'a'.repeat(longestUnixDirectory - 1)}`))).toBeNull();
});
