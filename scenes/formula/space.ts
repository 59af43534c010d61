import { type Frame, frameOf, intoFrame } from './frame.ts';
import type { Vector } from './vectors.ts';

/** The scenes of a field as vectors, a row each, unit length, in the field's frame. */
export interface Space {
  count: number;
  dimensions: number;
  rows: Vector;
  frame: Frame;
}

/** How many directions are taken away beside the mean; `bench formula` measures how many pay. */
export const dominantComponents = 2;

/** `raw`: one vector a row as the model gave it, or the mean of several. Overwritten: the rows of a large field are held once. */
export function makeSpace(raw: Vector, dimensions: number, components = dominantComponents): Space {
  const frame = frameOf(raw, dimensions, components);
  const count = raw.length / dimensions;
  for (let row = 0; row < count; row++) {
    const at = row * dimensions;
    raw.set(intoFrame(frame, raw.subarray(at, at + dimensions)), at);
  }
  return { count, dimensions, rows: raw, frame };
}

export function rowOf({ rows, dimensions }: Space, row: number): Vector {
  return rows.subarray(row * dimensions, (row + 1) * dimensions);
}
