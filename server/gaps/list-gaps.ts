import type { Gap, GapsView } from '../../graph-schema/views/gap.ts';
import type { SceneId } from '../../graph-schema/ids.ts';
import type { Field } from '../field/create-field.ts';
import { degreeOf, type FieldGraph, type FieldScene, neighboursOf } from '../field/field-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { readCallQuotes, readTitleQuotes } from './gap-quotes.ts';
import { keyOf, type LinkMass, type RegionPair, regionMatrix } from './region-matrix.ts';

/** A pending proposal of a link or a draft, as far as it closes a gap. */
export interface ClosingProposal {
  id: string;
  fromId: string;
  toId: string;
  title: string;
}

export interface GapsDeps {
  graph: Graph;
  field: Pick<Field, 'load'>;
  /** predicted link mass between regions; without it the expectation is chance alone */
  linkMass?: (field: FieldGraph) => Promise<LinkMass>;
  pendingProposals?: () => Promise<ClosingProposal[]>;
}

/** Pairs that quotes are looked up for; the rest is listed without. */
const quotedPairs = 8;
const mostClosing = 5;

/**
 * Where the field is not joined up: pairs of regions with fewer links than they would have, scenes that notes call for and nobody
 * wrote, notes without any link; the three kinds in turn, each from its largest gap down, at most `limit` together.
 */
export async function listGaps(
  deps: GapsDeps,
  input: { vaultId?: string | undefined; limit: number },
): Promise<GapsView> {
  const field = ofVault(await deps.field.load(), input.vaultId);
  const matrix = regionMatrix(field, await deps.linkMass?.(field));
  const proposals = (await deps.pendingProposals?.()) ?? [];
  const pairs = matrix
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, input.limit);
  const missing = byCalls(field).slice(0, input.limit);
  const lone = field.scenes.filter((scene) => scene.state === 'present' && degreeOf(field, scene.id) === 0);
  const [pairQuotes, callQuotes] = await Promise.all([
    readTitleQuotes(deps.graph, field, pairs.slice(0, quotedPairs)),
    readCallQuotes(
      deps.graph,
      missing.map(({ id }) => id),
    ),
  ]);
  const gaps = inTurn([
    pairs.map((pair, index) => pairGap(field, pair, { quotes: pairQuotes[index] ?? [], proposals })),
    missing.map((scene) => missingGap(field, scene, callQuotes.get(scene.id) ?? [])),
    lone.slice(0, input.limit).map((scene) => loneGap(scene, proposals)),
  ]);
  return {
    regions: field.regions.map(({ id, name, hue, members }) => ({ id, name, hue, scenes: members.length })),
    matrix,
    gaps: gaps.slice(0, input.limit),
  };
}

function pairGap(
  field: FieldGraph,
  pair: RegionPair,
  found: { quotes: Gap['evidence']; proposals: readonly ClosingProposal[] },
): Gap {
  const regions = [field.regions[pair.from], field.regions[pair.to]].filter((region) => region !== undefined);
  const [a, b] = regions;
  const size = Math.sqrt((a?.members.length ?? 1) * (b?.members.length ?? 1));
  const joins = ({ fromId, toId }: ClosingProposal) => {
    const ends = [fromId, toId].map((id) => field.sceneById.get(id)?.regionId);
    return ends.every(Boolean) && keyOf(ends[0] ?? '', ends[1] ?? '') === keyOf(a?.id ?? '', b?.id ?? '');
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
    closes: found.proposals
      .filter(joins)
      .slice(0, mostClosing)
      .map(({ id, title }) => ({ proposalId: id, title, effect: 1 / size })),
  };
}

function missingGap(field: FieldGraph, scene: FieldScene, quotes: Gap['evidence']): Gap {
  const calls = degreeOf(field, scene.id);
  return {
    id: `missing:${scene.id}`,
    kind: 'missing_scene',
    title: scene.title,
    sceneId: scene.id,
    alike: null,
    joined: 0,
    expected: calls,
    gap: calls,
    evidence: quotes,
    closes: [{ sceneId: scene.id, title: scene.title, effect: calls }],
  };
}

function loneGap(scene: FieldScene, proposals: readonly ClosingProposal[]): Gap {
  const own = proposals.filter(({ fromId, toId }) => fromId === scene.id || toId === scene.id);
  return {
    id: `lone:${scene.id}`,
    kind: 'lone_scene',
    title: scene.title,
    sceneId: scene.id,
    alike: null,
    joined: 0,
    expected: null,
    gap: 1,
    evidence: [],
    closes: own.slice(0, mostClosing).map(({ id, title }) => ({ proposalId: id, title, effect: 1 })),
  };
}

/** Missing scenes, the one that most notes call first. */
function byCalls(field: FieldGraph): FieldScene[] {
  return field.scenes
    .filter((scene) => scene.state === 'missing')
    .sort((a, b) => degreeOf(field, b.id) - degreeOf(field, a.id) || (a.title < b.title ? -1 : 1));
}

/** The first of each list, then the second of each, and so on. */
function inTurn(lists: readonly (readonly Gap[])[]): Gap[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}

/** The field with the scenes of one vault and what they call only. */
function ofVault(field: FieldGraph, vaultId: string | undefined): FieldGraph {
  if (vaultId === undefined) return field;
  const isCalled = (id: SceneId) => field.sceneById.get(id)?.vaultId === vaultId;
  const scenes = field.scenes.filter(
    (scene) =>
      scene.vaultId === vaultId ||
      (scene.vaultId === null && [...neighboursOf(field, scene.id)].some(isCalled)),
  );
  const shown = new Set<string>(scenes.map(({ id }) => id));
  const regions = field.regions
    .map((region) => ({ ...region, members: region.members.filter(({ id }) => shown.has(id)) }))
    .filter(({ members }) => members.length > 0);
  const links = field.links.filter(({ from, to }) => shown.has(from) && shown.has(to));
  return { ...field, scenes, regions, links };
}
