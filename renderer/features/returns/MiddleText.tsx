/** The end of a name says most: the period and the kind of file. */
const tailLength = 14;

/** A long name shortened in its middle; whole in the title and for screen readers. */
export function MiddleText({ text }: { text: string }) {
  const letters = [...text];
  const split = Math.max(letters.length - tailLength, 0);
  return (
    <span className="middle-text" title={text}>
      <span className="middle-text-head">{letters.slice(0, split).join('')}</span>
      <span className="middle-text-tail">{letters.slice(split).join('')}</span>
    </span>
  );
}
