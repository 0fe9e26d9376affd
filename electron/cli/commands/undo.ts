import type { Command } from '../command.ts';

export const undo: Command = {
  name: 'undo',
  summary: '撤销一次导入（之后又改过的行保留不动）',
  usage: '--batch 编号',
  options: { batch: { type: 'string' } },
  allowsFiles: false,
  prepare: (args) => {
    const text = args.requiredText('batch');
    const batchId = Number(text);
    if (!/^[1-9]\d{0,9}$/.test(text)) throw args.misuse(`--batch 应为导入的编号，不是“${text}”。`);
    return async (application) => {
      const result = await application.returns.undo({ batchId });
      const kept = result.kept.map(({ code, unit, reason }) => `保留 ${code} ${unit}：${reason}`);
      const text = [`已撤销第 ${result.batchId} 次导入的 ${result.undone} 条进展`, ...kept].join('\n');
      return { value: result, text };
    };
  },
};
