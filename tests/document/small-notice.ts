/** A made-up notice of another place: other counts, other leaders, other columns' order. */
import type { UnitEntry, UnitKind } from '#shared/domain/unit.ts';

function entry(name: string, kind: UnitKind = 'department', more: Partial<UnitEntry> = {}): UnitEntry {
  return { name, kind, aliases: [], parent: null, membership: null, members: [], ...more };
}

export const smallDirectory: UnitEntry[] = [
  entry('县府办'),
  entry('县发改委', 'department', { aliases: ['县发展改革委'] }),
  entry('县教体局'),
  entry('县住建局'),
  entry('县委宣传部', 'party'),
  entry('县人民检察院', 'judicial'),
  entry('云溪镇', 'town'),
  entry('石门乡', 'town'),
  entry('县网信办', 'office', { parent: '县委宣传部' }),
  entry('各乡镇', 'group', { membership: 'fixed', members: ['云溪镇', '石门乡'] }),
  entry('相关乡镇', 'group', { membership: 'per_task', members: ['云溪镇', '石门乡'] }),
];

/** Line numbers are those of the tests' expectations: keep the order. */
export const smallNoticeLines: readonly string[] = [
  /*  1 */ '# 西陵县人民政府办公室关于印发2025年县政府工作报告任务分解的通知',
  /*  2 */ '',
  /*  3 */ '西政办发〔2025〕3号',
  /*  4 */ '',
  /*  5 */ '一、加强领导，二〇二四年的做法继续坚持。',
  /*  6 */ '',
  /*  7 */ '附件：1. 重点工作',
  /*  8 */ '',
  /*  9 */ '二〇二五年二月二十八日',
  /* 10 */ '',
  /* 11 */ '# 附件1：',
  /* 12 */ '2025年县政府重点工作责任分解',
  /* 13 */ '##### 一、欧阳明县委常委、常务副县长牵头重点工作',
  /* 14 */ '序号\t重点工作\t备注\t责任单位',
  /* 15 */ '1\t地区生产总值增长6%。\t\t县发展改革委',
  /* 16 */ '2\t新建学校2所。\t根据县委安排，由县委宣传部（县网信办）牵头，县府办配合。\t县教体局、县住建局',
  /* 17 */ '- 2 -',
  /* 18 */ '序号\t重点工作\t备注\t责任单位',
  /* 19 */ '3\t整治背街小巷 5 条。\t相关工作请县人民检察院支持。\t县住建局★，相关乡镇',
  /* 20 */ '注：标★的为牵头单位',
  /* 21 */ '二、陈 岩副县长牵头重点工作',
  /* 22 */ '序号\t重点工作\t备注\t责任单位',
  /* 23 */ '1\t新建学校 2 所；\t\t各乡镇',
  /* 24 */ '三、各单位共同落实工作',
  /* 25 */ '由全县各单位共同落实。',
  /* 26 */ '附件2',
  /* 27 */ '序号\t项目名称\t项目内容\t牵头领导\t责任单位',
  /* 28 */ '1\t教育\t新增学位300个。\t陈　岩\t县教体局 云溪镇',
  /* 29 */ '\t\t新增托位40个。\t\t',
  /* 30 */ '序号\t项目名称\t项目内容\t牵头领导\t责任单位',
  /* 31 */ '1\t教育\t为5所学校安装空调。\t\t*县教体局、县住建局',
  /* 32 */ '2\t出行\t新建停车位100个以上。\t王某\t县住建局',
  /* 33 */ '***',
  /* 34 */ '抄送：县委各部门，县人大常委会办公室，',
  /* 35 */ '县纪委。',
];

/** The small notice with some of its lines replaced, by 1-based number; a replacement may hold several lines. */
export function smallNotice(replaced: Readonly<Record<number, string>> = {}, lineEnd = '\n'): string {
  return smallNoticeLines.map((line, index) => replaced[index + 1] ?? line).join(lineEnd);
}
