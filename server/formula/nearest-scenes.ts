import { shareBelow } from '../../scenes/formula/chance.ts';
import { rankRows } from '../../scenes/formula/rank-rows.ts';
import { rowOf } from '../../scenes/formula/space.ts';
import type { FormulaAsked, NearScene } from './formula-protocol.ts';
import type { HeldSpace } from './held-space.ts';

/** What lies nearest to a scene, nearest first, beside the likeness of random pairs of the field. Null: the scene has no vector. */
export function nearestScenes(
  { space, chance, scenes, rowById }: HeldSpace,
  { id, count, skip }: Extract<FormulaAsked, { type: 'nearest' }>,
): NearScene[] | null {
  const row = rowById.get(id);
  if (row === undefined) return null;
  const left = new Set([row, ...[...skip].flatMap((other) => rowById.get(other) ?? [])]);
  return rankRows(space, { probes: [rowOf(space, row)], count, skip: left }).map((near) => ({
    id: scenes[near.row]?.id ?? '',
    alike: 100 * shareBelow(chance.pairs, near.score),
  }));
}
