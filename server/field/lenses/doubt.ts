import type { FieldGraph } from '../field-graph.ts';
import { onceAField } from '../once-a-field.ts';

/**
 * How much of what joins a scene is not settled: (proposals about it that nobody has decided + links of contradiction) / (all its links + those proposals),
 * 0 … 1. A link that a person accepted is settled, whoever proposed it. Scenes that nothing joins and nothing is proposed for are left out.
 * `undecided`: proposals that wait, by id of scene.
 */
export function doubtOf(field: FieldGraph, undecided: ReadonlyMap<string, number>): Map<string, number> {
  const { all, contradicting } = linkCounts(field);
  const doubt = new Map<string, number>();
  for (const { id } of field.scenes) {
    const waiting = undecided.get(id) ?? 0;
    const joins = (all.get(id) ?? 0) + waiting;
    if (joins > 0) doubt.set(id, ((contradicting.get(id) ?? 0) + waiting) / joins);
  }
  return doubt;
}

const linkCounts = onceAField(({ links }) => {
  const all = new Map<string, number>();
  const contradicting = new Map<string, number>();
  for (const { from, to, kind } of links)
    for (const id of [from, to]) {
      all.set(id, (all.get(id) ?? 0) + 1);
      if (kind === 'contradicts') contradicting.set(id, (contradicting.get(id) ?? 0) + 1);
    }
  return { all, contradicting };
});
