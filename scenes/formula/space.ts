import { type Frame, frameOf, intoFrame } from './frame.ts';
import { meanOf, type Vector } from './vectors.ts';

/** The scenes of a field as vectors, a row each, unit length, in the field's frame. */
export interface Space {
  count: number;
  dimensions: number;
  rows: Vector;
  /** of passages */
  frame: Frame;
  /** of a few words: a model puts all short texts together, apart from all passages, whatever they say */
  words: Frame;
  /** Rows among which the `count` nearest to a unit vector certainly are: a quicker way than looking at all, where whoever holds the vectors has one. */
  contenders?(probe: Vector, count: number): readonly number[];
}

/**
 * How many directions are taken away beside the mean (`bench formula components`): the first finds notes by their titles better and costs linked notes nothing; each
 * further one costs them more than it brings. What a field's vectors differ in most is soon what its notes are about.
 */
export const dominantComponents = 1;

/** `raw`: one vector a row, as the model gave it or the mean of several. Overwritten: the rows of a large field are held once. `words`: vectors of some short texts. */
export function makeSpace(
  raw: Vector,
  {
    dimensions,
    words,
    components = dominantComponents,
  }: { dimensions: number; words: readonly Vector[]; components?: number },
): Space {
  const frame = frameOf(raw, dimensions, components);
  const count = raw.length / dimensions;
  for (let row = 0; row < count; row++) {
    const at = row * dimensions;
    raw.set(intoFrame(frame, raw.subarray(at, at + dimensions)), at);
  }
  const centre = words.length === 0 ? frame.centre : meanOf(words, dimensions);
  return { count, dimensions, rows: raw, frame, words: { ...frame, centre } };
}

export function rowOf({ rows, dimensions }: Space, row: number): Vector {
  return rows.subarray(row * dimensions, (row + 1) * dimensions);
}
