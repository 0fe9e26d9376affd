import { useMemo } from 'react';
import { textDifference } from './text-difference.ts';

interface DifferenceTextProps {
  source: string;
  present: string;
  /** Which of the two is shown, with what the other one lacks marked. */
  show: 'source' | 'present';
}

/** A text with its differences from the other one marked, for the eye and for screen readers. */
export function DifferenceText({ source, present, show }: DifferenceTextProps) {
  const pieces = useMemo(() => textDifference(source, present), [source, present]);
  const hidden = show === 'source' ? 'added' : 'removed';
  let place = 0;
  return pieces
    .filter((piece) => piece.kind !== hidden)
    .map(({ kind, text }) => {
      const key = place;
      place += text.length;
      if (kind === 'same') return <span key={key}>{text}</span>;
      return kind === 'removed' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
    });
}
