import type { NoticeLeader } from '#shared/domain/notice.ts';
import { noticeError, type SourcePlace } from './notice-error.ts';

const committee = '(?:[省市区县州盟旗乡镇]委)?';
const office = [
  `${committee}(?:常委|副书记|书记|委员)`,
  '(?:常务副|副)?[省市区县州盟旗乡镇]长',
  '(?:常务副|副)?(?:主任|秘书长|主席|局长)',
  '党组(?:副书记|书记|成员)',
  '[一二三四]级(?:调研员|巡视员|主任科员)',
].join('|');
const leaderHeading = new RegExp(
  `^(\\p{Script=Han}[\\p{Script=Han}·\\s]{1,9}?)\\s*((?:${office})(?:[、，]\\s*(?:${office}))*)\\s*牵头`,
  'u',
);

/** A leader's name without the spaces that pad two-character names in print (张 伟). */
export function leaderName(printed: string): string {
  return printed.replace(/\s+/gu, '');
}

/**
 * The leader in a section's title: name, then offices, then 牵头. A title without 牵头 has no leader
 * (domain.md, How the notice is read, rule 5).
 * @throws AppError `bad_seed` when the title says 牵头 but no name and office can be told apart
 */
export function parseSectionLeader(place: SourcePlace, title: string): NoticeLeader | null {
  if (!title.includes('牵头')) return null;
  const [, name, offices] = leaderHeading.exec(title) ?? [];
  if (name === undefined || offices === undefined) {
    throw noticeError(place, `认不出「${title}」里的领导姓名和职务，应写作「姓名＋职务＋牵头…」。`);
  }
  return { name: leaderName(name), title: offices.replace(/\s+/gu, '') };
}

/**
 * The leader printed in a cell, who is the same person as a section's leader of that name and then has the
 * title given there. Null for an empty cell.
 */
export function findLeader(printed: string, known: readonly NoticeLeader[]): NoticeLeader | null {
  const name = leaderName(printed);
  if (name === '') return null;
  return known.find((leader) => leader.name === name) ?? { name, title: '' };
}
