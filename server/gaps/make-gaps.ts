import type { Gap } from '../../graph-schema/views/gap.ts';
import { degreeOf, type FieldGraph, type FieldScene } from '../field/field-graph.ts';
import type { BrokenChain } from './broken-chains.ts';
import { pairKey } from './gap-figures.ts';
import type { HangingRegion } from './hanging-regions.ts';
import type { RegionPair } from './region-matrix.ts';

/** A pending proposal, as far as it closes a gap: a link, or what leaves a called-for scene missing no longer. */
export interface ClosingProposal {
  id: string;
  fromId: string;
  toId: string;
  title: string;
  /** 0–1, how likely it is that it is wanted, as far as the queue knows */
  chance: number;
  /** id of the missing scene that it writes, or of which it says which note is meant; null: a link */
  fills: string | null;
}

const mostClosing = 5;

export function pairGap(
  field: FieldGraph,
  pair: RegionPair,
  found: { quotes: Gap['evidence']; proposals: readonly ClosingProposal[] },
): Gap {
  const regions = [field.regions[pair.from], field.regions[pair.to]].filter((region) => region !== undefined);
  const [a, b] = regions;
  const size = Math.sqrt((a?.members.length ?? 1) * (b?.members.length ?? 1));
  const joins = ({ fromId, toId }: ClosingProposal) => {
    const ends = [fromId, toId].map((id) => field.sceneById.get(id)?.regionId);
    return ends.every(Boolean) && pairKey(ends[0] ?? '', ends[1] ?? '') === pairKey(a?.id ?? '', b?.id ?? '');
  };
  return {
    id: `pair:${a?.id ?? ''}:${b?.id ?? ''}`,
    kind: 'region_pair',
    title: regions.map(({ name }) => name).join(' — '),
    regions: regions.map(({ id, name, hue }) => ({ id, name, hue })),
    alike: pair.alike,
    joined: pair.joined,
    expected: pair.expected,
    gap: pair.gap,
    evidence: found.quotes,
    closes: closing(found.proposals.filter(joins), 1 / size),
  };
}

export function missingGap(
  field: FieldGraph,
  scene: FieldScene,
  found: { quotes: Gap['evidence']; proposals: readonly ClosingProposal[] },
): Gap {
  const calls = degreeOf(field, scene.id);
  const filling = found.proposals.filter(({ fills }) => fills === scene.id);
  return {
    ...bare('missing_scene', scene.id, scene.title),
    sceneId: scene.id,
    expected: calls,
    gap: calls,
    evidence: found.quotes,
    closes: [...closing(filling, calls), { sceneId: scene.id, title: scene.title, effect: calls }],
  };
}

export function loneGap(scene: FieldScene, proposals: readonly ClosingProposal[]): Gap {
  const own = proposals.filter(({ fromId, toId }) => fromId === scene.id || toId === scene.id);
  return {
    ...bare('lone_scene', scene.id, scene.title),
    sceneId: scene.id,
    gap: 1,
    closes: closing(own, 1),
  };
}

export function hangingGap(
  field: FieldGraph,
  { region, by, through, links }: HangingRegion,
  proposals: readonly ClosingProposal[],
): Gap {
  const isOutward = ({ fromId, toId }: ClosingProposal) => {
    const [a, b] = [field.sceneById.get(fromId), field.sceneById.get(toId)];
    return (a?.regionId === region.id) !== (b?.regionId === region.id) && a != null && b != null;
  };
  const note = by === 'one_note' ? field.sceneById.get(through[0] ?? '') : undefined;
  return {
    ...bare('hanging_region', region.id, region.name),
    regions: [{ id: region.id, name: region.name, hue: region.hue }],
    ...(note && { sceneId: note.id }),
    joined: links,
    gap: region.members.length / (1 + links),
    hangsBy: by,
    closes: closing(proposals.filter(isOutward), 1 / (1 + links)),
  };
}

export function chainGap(
  field: FieldGraph,
  { ids }: BrokenChain,
  proposals: readonly ClosingProposal[],
): Gap {
  const [a, , c] = ids;
  const joins = ({ fromId, toId }: ClosingProposal) => pairKey(fromId, toId) === pairKey(a, c);
  const titles = ids.map((id) => field.sceneById.get(id)?.title ?? '');
  const middle = field.sceneById.get(ids[1]);
  return {
    ...bare('broken_chain', ids.join(':'), titles.join(' → ')),
    ...(middle && { sceneId: middle.id }),
    gap: 1,
    closes: closing(proposals.filter(joins), 1),
  };
}

/** A gap of which no more is known than what and where it is. */
export function bare(kind: Gap['kind'], id: string, title: string): Omit<Gap, 'gap'> {
  return {
    id: `${prefixes[kind]}:${id}`,
    kind,
    title,
    alike: null,
    joined: 0,
    expected: null,
    evidence: [],
    closes: [],
  };
}

const prefixes: Readonly<Record<Gap['kind'], string>> = {
  region_pair: 'pair',
  missing_scene: 'missing',
  lone_scene: 'lone',
  hanging_region: 'hanging',
  unwritten_idea: 'idea',
  open_question: 'question',
  broken_chain: 'chain',
  single_source: 'claim',
  contradiction: 'contradiction',
};

function closing(proposals: readonly ClosingProposal[], effect: number): Gap['closes'] {
  return proposals.slice(0, mostClosing).map(({ id, title }) => ({ proposalId: id, title, effect }));
}
