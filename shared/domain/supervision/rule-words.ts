/** The rules with their numbers in the program's own words, the same on the page and in a console. */
import { answerWords } from './action-settings.ts';
import { lightRuleNames } from './light-kinds.ts';
import { lightRules } from './light-rules.ts';
import { orderColourWords } from './order-colour.ts';
import { progressClasses, progressClassLabels, progressClassWords } from './progress-class.ts';
import type { RuleKind, RuleSettings } from './rule-settings.ts';
import { trajectoryShapeLabels, trajectoryShapeWords } from './trajectory.ts';

export interface RuleGroup {
  title: string;
  lines: string[];
}

function lightGroups({ light }: RuleSettings): RuleGroup[] {
  const classWords = progressClassWords(light);
  return [
    {
      title: '什么时候亮灯（从上往下看，取最重的颜色）',
      lines: lightRules.map(({ key, sentence }) => `${lightRuleNames[key]}：${sentence(light)}`),
    },
    {
      title: '什么时候不亮',
      lines: [
        '以上都没有，亮绿灯。已经达到100%、指标也都达到的，只差办结，不再算逾期和临近时限。',
        '没有报进展的记为“未报”，不是绿灯；报了没有填完成比例、也没有指标完成值的，同“未报”。',
        '已完成、已销号、已撤销的任务不亮灯。',
        '几家牵头的任务，各家各亮各的灯，任务取最重的：红灯、黄灯、未报、绿灯、已完成。',
        '人工改灯要写理由和截止日，程序算的灯仍在旁边。',
      ],
    },
    {
      title: '进度分类',
      lines: progressClasses.map((name) => `${progressClassLabels[name]}：${classWords[name]}`),
    },
  ];
}

function actionGroups({ action }: RuleSettings): RuleGroup[] {
  return [
    { title: '发什么颜色的督办单', lines: orderColourWords(action) },
    {
      title: '答复期限（起草时填上，可以逐件改）',
      lines: [...answerWords(action), '期限当天答复仍算按时，第二天起算逾期没有答复。'],
    },
  ];
}

function curveGroups({ curve }: RuleSettings): RuleGroup[] {
  const words = trajectoryShapeWords(curve);
  const shapes = Object.keys(trajectoryShapeLabels) as (keyof typeof trajectoryShapeLabels)[];
  return [
    {
      title: '每种序时方式怎么算',
      lines: shapes.map((shape) => `${trajectoryShapeLabels[shape]}：${words[shape]}`),
    },
    {
      title: '用哪一套曲线',
      lines: ['任务用它开始那天的曲线，一直用到完成；后来改的曲线不动已经开始的任务。'],
    },
  ];
}

/** @param settings those in force on the day that is asked about */
export function ruleWords(settings: RuleSettings): Record<RuleKind, RuleGroup[]> {
  return {
    light: lightGroups(settings),
    action: actionGroups(settings),
    curve: curveGroups(settings),
  };
}
