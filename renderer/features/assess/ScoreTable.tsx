import { Table } from 'antd';
import { Link } from 'react-router';
import { linesText } from '#shared/domain/score-tables.ts';
import { signedPoints } from '#shared/domain/supervision/points.ts';
import type { ScoreLine, UnitScore } from '#shared/domain/supervision/score.ts';
import { recordAddress } from './record-address.ts';

/** By rank; a row opens its lines, and each line the records it stands on. */
export function ScoreTable({ scores, period }: { scores: readonly UnitScore[]; period: string }) {
  return (
    <Table<UnitScore>
      size="small"
      className="score-table"
      rowKey="unit"
      dataSource={[...scores]}
      pagination={false}
      expandable={{
        rowExpandable: ({ lines }) => lines.length > 0,
        expandedRowRender: ({ lines }) => <ScoreLines lines={lines} period={period} />,
        expandRowByClick: true,
      }}
      columns={[
        {
          title: '名次',
          key: 'rank',
          width: 64,
          align: 'right',
          className: 'numeric',
          render: (_, { rank }) => rank ?? '—',
        },
        { title: '单位', dataIndex: 'unit', key: 'unit', width: 220 },
        {
          title: '得分',
          key: 'score',
          width: 84,
          align: 'right',
          className: 'numeric',
          render: (_, { score }) => score ?? '不计分',
        },
        { title: '加减分', key: 'lines', render: (_, { lines }) => linesText(lines) || '—' },
      ]}
    />
  );
}

function ScoreLines({ lines, period }: { lines: readonly ScoreLine[]; period: string }) {
  return (
    <ul className="score-lines">
      {lines.map(({ rule, label, count, points, isCounted, refs }) => (
        <li key={`${rule} ${isCounted}`}>
          <b>{label}</b> {count} 次{' '}
          <span className="numeric">{isCounted ? signedPoints(points) : '不计分'}</span>
          <ul>
            {refs.map((ref) => (
              <li key={`${ref.type} ${ref.id}`}>
                <Link to={recordAddress(ref, period)}>{ref.words}</Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
