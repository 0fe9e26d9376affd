import { type LightName, lightNameLabels, lightSigns } from '#shared/domain/lights/light-names.ts';
import { type Movement, movementArrows, movementLabels } from '#shared/domain/supervision/movement.ts';
import './light-mark.css';

interface LightMarkProps {
  light: LightName;
  /** A more exact word: 「已拆分」 for a task that is no longer judged. */
  label?: string | undefined;
}

/** A light as sign, word and colour, so that it can be told without the colour. */
export function LightMark({ light, label = lightNameLabels[light] }: LightMarkProps) {
  return (
    <span className={`light-mark light-${light}`}>
      <span aria-hidden>{lightSigns[light]}</span>
      {label}
    </span>
  );
}

/** 升, 降, 平 against the last period; nothing where there is nothing to compare with. */
export function MovementMark({ movement }: { movement: Movement }) {
  if (movement === 'none') return <span className="muted">—</span>;
  return (
    <span className={`movement-${movement}`}>
      <span aria-hidden>{movementArrows[movement]}</span>
      {movementLabels[movement]}
    </span>
  );
}

interface ShownLightProps {
  light: LightName;
  computed: LightName;
  /** Whether a person's light stands for the computed one. */
  overridden: boolean;
}

/** The light, and where a person set it the computed one beside it. */
export function ShownLight({ light, computed, overridden }: ShownLightProps) {
  return (
    <span className="shown-light">
      <LightMark light={light} />
      {overridden && <span className="muted">人工，原为{lightNameLabels[computed]}</span>}
    </span>
  );
}
