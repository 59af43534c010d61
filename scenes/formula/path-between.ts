import type { Environment } from './environment.ts';
import { type RankedRow, rankRows } from './rank-rows.ts';
import { rowOf } from './space.ts';
import type { ValueOf } from './value.ts';
import { cosine, plus, scaled, unit } from './vectors.ts';

/**
 * Scenes one after the other on the way from one place to another: `steps` points at equal distances on the straight line between them, and the nearest scene
 * to each that was not taken. Where an end is a scene, it stands at its end. `score`: cosine with what stands before (the first: with the beginning).
 */
export function walkBetween(
  from: ValueOf<'scene'>,
  to: ValueOf<'scene'>,
  steps: number,
  { space, within }: Environment,
): RankedRow[] {
  const [start, end] = [unit(from.vector), unit(to.vector)];
  const [first, last] = [soleRow(from), soleRow(to)];
  const taken = new Set([...from.own, ...to.own]);
  const rows: number[] = first === null ? [] : [first];
  for (let step = 1; step <= steps; step++) {
    const share = step / (steps + 1);
    const probe = unit(plus(scaled(start, 1 - share), end, share));
    const [nearest] = rankRows(space, { probes: [probe], count: 1, skip: taken, within });
    if (!nearest) break;
    taken.add(nearest.row);
    rows.push(nearest.row);
  }
  if (last !== null && last !== first) rows.push(last);
  return rows.map((row, at) => {
    const before = rows[at - 1];
    return { row, score: cosine(rowOf(space, row), before === undefined ? start : rowOf(space, before)) };
  });
}

function soleRow({ own }: ValueOf<'scene'>): number | null {
  const [row] = own;
  return own.size === 1 && row !== undefined ? row : null;
}
