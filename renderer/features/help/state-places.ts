/** Where each state stands in the picture of a task's life; the arrows follow from the table of moves. */
import type { TaskState } from '#shared/domain/supervision/task-state.ts';

export interface Place {
  x: number;
  y: number;
}

export const boxSize = { width: 132, height: 44 };
export const pictureSize = { width: 900, height: 340 };

/** Left edge and top of each box: the way to 销号 in a row, above it the ways out. */
export const statePlaces: Record<TaskState, Place> = {
  active: { x: 20, y: 160 },
  completion_requested: { x: 266, y: 160 },
  reviewed: { x: 506, y: 160 },
  closed: { x: 746, y: 160 },
  split: { x: 20, y: 20 },
  merged: { x: 230, y: 20 },
  withdrawn: { x: 506, y: 20 },
};

const usualBend = 34;
/** The farther back an arrow leads, the deeper it bows, so that none lies on another. */
const bendPerPixelBack = 0.38;

function bendBetween(from: Place, to: Place): number {
  const isBack = from.y === to.y && to.x < from.x;
  return isBack ? (from.x - to.x) * bendPerPixelBack : usualBend;
}

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

/** An arrow that bows to the left of its direction: the way there and the way back do not lie on each other. */
export function arrowBetween(from: TaskState, to: TaskState): Arrow {
  const bend = bendBetween(statePlaces[from], statePlaces[to]);
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
