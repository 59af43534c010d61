import { joiningChance } from '../proposals/index.ts';
import { neighboursOf } from '../field/field-graph.ts';
import { couldClose } from './could-close.ts';
import { planAcceptances } from './plan-acceptances.ts';
import type { JoinState } from './read-joins.ts';

/** More than is decided in a sitting. */
const mostPlanned = 50;

/** Ids of what waits and would join something: what a plan takes, in its order, then the likely links of notes of two regions that are not linked yet. */
export function joiningProposals(joins: JoinState): string[] {
  const { field, notes, proposals } = joins;
  const planned = planAcceptances(field, joins, { proposals, most: mostPlanned });
  const regionOf = (id: string) => field.sceneById.get(id)?.regionId;
  const more = proposals.filter((proposal) => {
    const { fromId, toId, fills, chance } = proposal;
    if (fills !== null || chance < joiningChance || regionOf(fromId) === regionOf(toId)) return false;
    const around: ReadonlySet<string> = neighboursOf(field, fromId);
    return couldClose(proposal, notes) && !around.has(toId);
  });
  return [...new Set([...planned, ...more])].map(({ id }) => id);
}
