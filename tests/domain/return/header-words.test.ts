import { describe, expect, test } from 'vitest';
import { columnMeaning, headingMeaning, isCombinedHeading } from '#shared/domain/return/header-words.ts';

describe('the many names of a column', () => {
  test.each([
    [
      'narrative',
      '本期进展 进展 进展情况 工作进展 推进情况 完成情况 落实情况 工作进展情况 截至6月底进展情况 目前进展 本月工作进展 6月份进展情况 办理情况 工作推进落实情况 最新进展情况 进展及成效',
    ],
    [
      'percent',
      '完成比例(%) 完成率 进度 完成比例 完成百分比 完成进度 进度（%） 完成度 进度百分比 工作完成率 完成率（％） 目前完成比例 形象进度(%)',
    ],
    [
      'problems',
      '存在问题 困难 问题 存在的问题 存在困难 困难和问题 存在的主要问题 目前存在的困难和问题 主要困难问题 困难及原因 存在问题及原因分析 滞后原因 未完成原因',
    ],
    [
      'next',
      '下一步措施 下一步 举措 措施 打算 下一步打算 下一步工作计划 下步举措 下阶段工作安排 工作措施 推进措施 下月计划',
    ],
    ['status', '状态 工作状态 进展状态 当前状态'],
    ['reporter', '填报人 填表人 填报人姓名 联系人 经办人'],
    ['phone', '联系电话 电话 手机 手机号码 联系方式 联系人电话'],
    ['code', '任务编号 编号 任务代码'],
    ['number', '序号 序 项次 No.'],
    [
      'content',
      '重点工作 工作任务 任务名称 重点工作内容 工作内容 任务内容 重点任务 督查事项 2024年重点工作 目标任务 项目内容 民生实事',
    ],
    ['project', '项目名称 项目'],
    ['leader', '牵头领导 分管领导 责任领导 区领导'],
    ['unit', '牵头单位 责任单位 填报单位 单位 责任部门'],
    [
      'context',
      '年度目标 上期进展 上月完成情况 上期完成比例 序时进度 完成时限 角色 配合单位 亮灯 需协调解决的问题 同期完成率',
    ],
  ])('%s', (role, names) => {
    for (const name of names.split(' ')) expect([name, headingMeaning(name)?.role]).toEqual([name, role]);
  });

  test.each([
    ['完 成 率', 'percent'],
    ['本期\n进展', 'narrative'],
    ['本期进展（限 200 字）', 'narrative'],
    ['存在问题【没有可不填】', 'problems'],
    ['＊填报人', 'reporter'],
    ['完成比例（％）', 'percent'],
  ])('%j whatever its width, breaks and brackets', (heading, role) => {
    expect(headingMeaning(heading)?.role).toBe(role);
  });

  test.each([
    '2024年重点工作进展情况统计表',
    '打通断头路 5 条。',
    '区发改局',
    '备注',
    '张三',
    '85%',
    '2024年政府工作报告重点工作责任分解表及本期进展情况一览（截至6月底，含民生实事项目）',
  ])('%j is no known name', (text) => {
    expect(headingMeaning(text)).toBeNull();
  });

  test('a group head that looks backwards takes its columns with it', () => {
    expect(columnMeaning(['上期', '进展情况'])?.role).toBe('context');
    expect(columnMeaning(['本期', '进展情况'])?.role).toBe('narrative');
    expect(columnMeaning(['工作推进情况', '完成率'])?.role).toBe('percent');
    expect(columnMeaning(['进展情况', '6月'])?.role).toBe('narrative');
  });

  test('two columns in one are told', () => {
    expect(headingMeaning('存在问题及下一步措施')?.role).toBe('problems');
    expect(isCombinedHeading('存在问题及下一步措施')).toBe(true);
    expect(isCombinedHeading('存在问题')).toBe(false);
  });
});
