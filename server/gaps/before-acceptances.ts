import type { FieldGraph, FieldScene } from '../field/field-graph.ts';
import { makeFieldGraph } from '../field/make-field-graph.ts';
import { type CountedNotes, isAccepted } from './counted-notes.ts';
import { type GapFigures, pairKey } from './gap-figures.ts';
import type { ClosingProposal } from './make-gaps.ts';

/** The field as it would be had no proposal been accepted: the same regions, without the links that came so, and with the drafted scenes still missing. */
export function beforeAcceptances(field: FieldGraph): FieldGraph {
  return makeFieldGraph({
    ...field,
    scenes: field.scenes.map((scene) => (isDrafted(scene) ? { ...scene, state: 'missing' } : scene)),
    links: field.links.filter((link) => !isAccepted(link)),
  });
}

/** What is still expected after acceptances: a link that is there is none that is wanting, so each takes the chance that it had. */
export function figuresAfter(
  figures: GapFigures,
  notes: CountedNotes,
  accepted: readonly Pick<ClosingProposal, 'fromId' | 'toId' | 'chance'>[],
): GapFigures {
  const linked = new Set(notes.accepted.map(([a, b]) => pairKey(a, b)));
  const after = new Map(figures);
  for (const { fromId, toId, chance } of accepted) {
    const [a, b] = [notes.regionOf.get(fromId), notes.regionOf.get(toId)];
    if (a === undefined || b === undefined || a === b || !linked.has(pairKey(fromId, toId))) continue;
    const key = pairKey(notes.regions[a] ?? '', notes.regions[b] ?? '');
    const known = after.get(key);
    if (known?.mass != null) after.set(key, { ...known, mass: Math.max(0, known.mass - chance) });
  }
  return after;
}

function isDrafted({ origin, kind, state }: FieldScene): boolean {
  return origin === 'model' && kind === 'draft' && state === 'present';
}
