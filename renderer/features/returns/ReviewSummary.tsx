import { Button } from 'antd';
import { type Review, reviewTotals } from './review.ts';

interface ReviewSummaryProps {
  review: Review;
  disabled: boolean;
  onStore: () => void;
  onReadAgain: () => void;
  onClear: () => void;
}

/** 「2 份文件　将入库 23 行…」 and what to do with them. */
export function ReviewSummary({ review, disabled, onStore, onReadAgain, onClear }: ReviewSummaryProps) {
  const totals = reviewTotals(review);
  return (
    <div className="review-summary sheet">
      <p className="numeric" role="status">
        共 {totals.files} 份文件{totals.refused > 0 && `（${totals.refused} 份未能导入）`}：新增{' '}
        {totals.fresh}　修改 {totals.changed}　冲突 {totals.conflict}　有误 {totals.wrong}　无变化{' '}
        {totals.unchanged}
      </p>
      <div className="review-actions">
        <Button disabled={disabled} onClick={onClear}>
          清空列表
        </Button>
        <Button disabled={disabled} onClick={onReadAgain}>
          重新读取
        </Button>
        <Button type="primary" disabled={disabled || totals.take === 0} onClick={onStore}>
          入库 {totals.take} 行
        </Button>
      </div>
    </div>
  );
}
