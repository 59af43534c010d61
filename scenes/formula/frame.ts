import seedrandom from 'seedrandom';
import { dot, plus, unit, type Vector } from './vectors.ts';

/**
 * What all texts of a field have in common and no formula is about: their mean, and the few directions in which they differ most. A model's raw cosines crowd
 * into 0.75–0.95 because of these. Taken away as in Mu & Viswanath, All-but-the-Top (2018); unlike there each vector is made unit length afterwards.
 */
export interface Frame {
  centre: Vector;
  /** unit length, each at right angles to the others */
  components: readonly Vector[];
}

/** So many rows tell the frame of any field. */
const mostRows = 4000;
const rounds = 40;

/** `rows`: one vector a row. The same rows give the same frame. */
export function frameOf(rows: Vector, dimensions: number, components: number): Frame {
  const sample = sampleRows(rows, dimensions);
  const centre = new Float32Array(dimensions);
  for (const row of sample)
    for (let at = 0; at < dimensions; at++)
      centre[at] = (centre[at] as number) + (row[at] as number) / sample.length;
  const centred = sample.map((row) => plus(row, centre, -1));
  const found: Vector[] = [];
  const random = seedrandom('frame');
  while (found.length < Math.min(components, sample.length - 1, dimensions)) {
    let direction: Vector = unit(Float32Array.from({ length: dimensions }, () => random() - 0.5));
    for (let round = 0; round < rounds; round++) direction = unit(turned(direction, centred, found));
    found.push(direction);
  }
  return { centre, components: found };
}

/** A text's vector as the field sees it: unit length. */
export function intoFrame({ centre, components }: Frame, vector: Vector): Vector {
  return unit(withoutAll(plus(vector, centre, -1), components));
}

/** One round of power iteration: towards where the rows differ most, at right angles to what was found before. */
function turned(direction: Vector, rows: readonly Vector[], found: readonly Vector[]): Vector {
  const next = new Float32Array(direction.length);
  for (const row of rows) {
    const weight = dot(row, direction);
    for (let at = 0; at < next.length; at++) next[at] = (next[at] as number) + weight * (row[at] as number);
  }
  return withoutAll(unit(next), found);
}

function withoutAll(vector: Vector, directions: readonly Vector[]): Vector {
  return directions.reduce((left, direction) => plus(left, direction, -dot(left, direction)), vector);
}

function sampleRows(rows: Vector, dimensions: number): Vector[] {
  const count = rows.length / dimensions;
  const step = Math.max(1, count / mostRows);
  return Array.from({ length: Math.min(count, mostRows) }, (_, index) => {
    const row = Math.floor(index * step);
    return rows.subarray(row * dimensions, (row + 1) * dimensions);
  });
}
