/** 量词 and units of measure that may follow a promised number. */

const money = ['元', '美元', '欧元', '港元'];

const compound =
  '个百分点 个工作日 平方公里 平方千米 平方米 立方米 公里 千米 公顷 公斤 千瓦 兆瓦 人次 户次 车次 场次 件次 项次 床位 毫克 微克';

const single =
  '个 家 支 项 套 间 户 人 名 位 亩 米 条 座 处 所 例 张 场 次 件 辆 台 艘 吨 幢 栋 株 棵 头 本 部 门 对 组 种 宗 笔 单 班 只 盏 口 倍 斤 方';

/** Characters after which a measure is not one: 家庭, 个性, 条例. */
const followersThatDeny: Readonly<Record<string, string>> = {
  家: '庭长门乡具电政园校',
  个: '性体',
  人: '大才民均工居社',
  条: '例件',
  项: '目',
  名: '城校录单牌企师医',
  元: '素宵旦',
  位: '置列',
  处: '理置',
  场: '馆所景地',
  座: '谈',
  门: '类店',
  台: '账阶',
  部: '分门',
  单: '位体',
  口: '袋岸碑',
  头: '部',
  方: '案式面',
};

function withGuard(measure: string): string {
  const followers = followersThatDeny[measure];
  return followers === undefined ? measure : `${measure}(?![${followers}])`;
}

const oneMeasure = ['%', ...compound.split(' '), ...money.toReversed(), ...single.split(' ')]
  .map(withGuard)
  .join('|');

/** Source of a pattern for any measure: `%`, 个, 平方米, and rates such as 元/人. */
export const measurePattern = `(?:${oneMeasure})(?:/(?:${oneMeasure}))?`;

/** Whether the measure is one of money: an amount before a counted thing describes that thing. */
export function isMoney(measure: string): boolean {
  return money.includes(measure);
}
