import { type Role, roleLabels } from '#shared/domain/task.ts';
import './marks.css';

/** 牵头, 责任, 区委牵头 or 支持; the leads stand out. */
export function RoleTag({ role }: { role: Role }) {
  return <span className={`role-tag role-tag-${role}`}>{roleLabels[role]}</span>;
}
