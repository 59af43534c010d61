import { type FieldGraph, neighboursOf } from '../field/field-graph.ts';
import type { LinkKind } from '../../graph-schema/link-kinds.ts';

/** A leads to B, B leads to C, and nothing joins A and C. Ids of scenes. */
export interface BrokenChain {
  ids: [string, string, string];
}

/** Kinds that carry on: what leads to a cause leads to its effect. */
const carrying = new Set<LinkKind>(['leads_to', 'enables']);

/** Only relations that somebody named can tell a chain; plain links cannot. */
export function brokenChains(field: FieldGraph): BrokenChain[] {
  const onward = new Map<string, Set<string>>();
  for (const { from, to, kind } of field.links)
    if (carrying.has(kind)) onward.set(from, (onward.get(from) ?? new Set()).add(to));
  return Array.from(onward, ([a, seconds]) =>
    [...seconds].flatMap((b) =>
      [...(onward.get(b) ?? [])].flatMap((c): BrokenChain[] => {
        const isJoined: ReadonlySet<string> = neighboursOf(field, a);
        return c === a || isJoined.has(c) ? [] : [{ ids: [a, b, c] }];
      }),
    ),
  ).flat();
}
