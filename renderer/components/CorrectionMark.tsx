import './marks.css';

interface CorrectionMarkProps {
  /** Shown on hover and read aloud: what was corrected and why. */
  reason?: string;
}

/** 「勘误」 beside a text that differs from the printed notice (domain.md, How the notice is read, rule 9). */
export function CorrectionMark({ reason }: CorrectionMarkProps) {
  return (
    <span className="correction-mark" title={reason}>
      勘误
    </span>
  );
}
