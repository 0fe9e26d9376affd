/** Where each state stands in the picture of a task's life; the arrows follow from the table of moves. */
import type { TaskState } from '#shared/domain/supervision/task-state.ts';

export interface Place {
  x: number;
  y: number;
}

export const boxSize = { width: 132, height: 44 };
export const pictureSize = { width: 900, height: 360 };

/** Left edge and top of each box. */
export const statePlaces: Record<TaskState, Place> = {
  active: { x: 20, y: 158 },
  completion_requested: { x: 256, y: 158 },
  reviewed: { x: 492, y: 158 },
  closed: { x: 728, y: 158 },
  withdrawn: { x: 256, y: 296 },
  split: { x: 138, y: 20 },
  merged: { x: 374, y: 20 },
};

export interface Arrow {
  path: string;
  /** Where the label stands. */
  label: Place;
}

function centreOf({ x, y }: Place): Place {
  return { x: x + boxSize.width / 2, y: y + boxSize.height / 2 };
}

/** Where the line from the centre towards a point leaves the box. */
function edgeTowards(from: Place, to: Place): Place {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : boxSize.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : boxSize.height / 2 / Math.abs(dy),
  );
  return { x: from.x + dx * scale, y: from.y + dy * scale };
}

/**
 * A bent arrow, so that the way there and the way back do not lie on each other.
 * @param bend how far it bows to the left of its direction, in pixels
 */
export function arrowBetween(from: TaskState, to: TaskState, bend: number): Arrow {
  const [start, end] = [centreOf(statePlaces[from]), centreOf(statePlaces[to])];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const bow = {
    x: middle.x + ((end.y - start.y) / length) * bend,
    y: middle.y - ((end.x - start.x) / length) * bend,
  };
  const [first, last] = [edgeTowards(start, bow), edgeTowards(end, bow)];
  const text = (place: Place) => `${place.x.toFixed(1)},${place.y.toFixed(1)}`;
  return {
    path: `M${text(first)} Q${text(bow)} ${text(last)}`,
    label: { x: (middle.x + bow.x) / 2, y: (middle.y + bow.y) / 2 },
  };
}
