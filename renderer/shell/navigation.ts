/** The areas, in the order a period goes through them. */
export const areas = [
  { path: '/tasks', label: '任务总表' },
  { path: '/plan', label: '计划' },
  { path: '/lights', label: '亮灯' },
  { path: '/progress', label: '进展录入' },
  { path: '/exports', label: '台账与填报表' },
  { path: '/returns', label: '导入回表' },
  { path: '/standing', label: '报送情况' },
  { path: '/actions', label: '督办' },
  { path: '/assess', label: '考核' },
  { path: '/rules', label: '规则' },
  { path: '/units', label: '单位' },
  { path: '/log', label: '变更记录' },
  { path: '/help', label: '帮助' },
] as const;

export type AreaPath = (typeof areas)[number]['path'];

/** The area an address belongs to: `/tasks/12` → `/tasks`. */
export function areaOf(pathname: string): AreaPath | null {
  const found = areas.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return found?.path ?? null;
}
