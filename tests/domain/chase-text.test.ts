import { expect, test } from 'vitest';
import type { ReturnOverviewRow, ReturnStanding } from '#shared/contract/desk.ts';
import { chaseMessage, chaseText } from '#shared/domain/chase-text.ts';

const head = { period: '2024-06', label: '2024年6月', deadline: '2024-06-28' };

function row(name: string, standing: ReturnStanding, reason = ''): ReturnOverviewRow {
  return {
    unit: { id: 1, name },
    standing,
    tasks: 3,
    reported: 0,
    formIssuedAt: null,
    receivedOn: null,
    source: null,
    redo: reason === '' ? null : { id: 1, returnedAt: '2024-06-25T03:00:00.000Z', reason },
    daysLate: 0,
    reporter: '',
    phone: '',
  };
}

test('each unit gets a sentence that says what is asked of it', () => {
  expect(chaseMessage(head, row('区发改局', 'overdue'))).toBe(
    '区发改局：2024年6月进展填报表应于6月28日前报送，尚未收到，请尽快报送。',
  );
  expect(chaseMessage(head, row('区发改局', 'missing'))).toBe(
    '区发改局：2024年6月进展填报表请于6月28日前报送，目前尚未收到，请按时报送。',
  );
  expect(chaseMessage(head, row('区发改局', 'redo', '有3处填写有误。'))).toBe(
    '区发改局：2024年6月进展填报表已退回（有3处填写有误），请修改后尽快重新报送。',
  );
  expect(chaseMessage(head, row('区发改局', 'returned'))).toBeNull();
  expect(chaseMessage(head, row('区发改局', 'late'))).toBeNull();
});

test('a deadline in another year is written with it', () => {
  const next = { period: '2024-12', label: '2024年12月', deadline: '2025-01-05' };
  expect(chaseMessage(next, row('区发改局', 'overdue'))).toContain('应于2025年1月5日前报送');
});

test('the whole text has a paragraph a group, then a line a unit', () => {
  const rows = [
    row('甲局', 'overdue'),
    row('乙局', 'returned'),
    row('丙局', 'redo', '格式不对'),
    row('丁局', 'overdue'),
  ];
  expect(chaseText(head, rows).split('\n')).toEqual([
    '2024年6月进展填报表应于6月28日前报送，以下2个单位尚未报送，请尽快报送：甲局、丁局。',
    '2024年6月进展填报表以下1个单位的填报表已退回，请修改后尽快重新报送：丙局。',
    '',
    '甲局：2024年6月进展填报表应于6月28日前报送，尚未收到，请尽快报送。',
    '丙局：2024年6月进展填报表已退回（格式不对），请修改后尽快重新报送。',
    '丁局：2024年6月进展填报表应于6月28日前报送，尚未收到，请尽快报送。',
  ]);
});

test('where nobody is to be asked there is nothing to paste', () => {
  expect(chaseText(head, [row('甲局', 'returned')])).toBe('');
  expect(chaseText(head, [])).toBe('');
});
