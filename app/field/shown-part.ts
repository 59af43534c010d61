import type { FieldEdge, FieldNode } from '../../graph-schema/views/field-view.ts';
import type { SceneId } from '../../graph-schema/ids.ts';
import type { MapModel } from './map-model.ts';

const folded = 'region:';

/** The one that stands for a collapsed region on the map. */
export function foldedId(regionId: string): SceneId {
  return `${folded}${regionId}` as SceneId;
}

/** The region that a collapsed one stands for; null for a scene. */
export function foldedRegion(id: string): string | null {
  return id.startsWith(folded) ? id.slice(folded.length) : null;
}

export interface Taken {
  /** scenes out of sight */
  veiled: readonly string[];
  /** regions that stand as one each */
  folded: readonly string[];
}

/** The model without what a person took out of sight, and with one in the place of all scenes of a collapsed region. */
export function shownPart(model: MapModel, { veiled, folded: regions }: Taken): MapModel {
  if (veiled.length === 0 && regions.length === 0) return model;
  const isVeiled = new Set(veiled);
  const isFolded = new Set(regions);
  const standsFor = new Map<string, SceneId>();
  const nodes: FieldNode[] = [];
  for (const node of model.nodes) {
    if (isVeiled.has(node.id)) continue;
    const region = node.regionId !== null && isFolded.has(node.regionId) ? node.regionId : null;
    standsFor.set(node.id, region === null ? node.id : foldedId(region));
    if (region === null) nodes.push(node);
    else if (!nodes.some(({ id }) => id === foldedId(region))) nodes.push(foldedNode(model, node));
  }
  const shown = <T extends { from: string; to: string }>(ends: T): { from: SceneId; to: SceneId } | null => {
    const [from, to] = [standsFor.get(ends.from), standsFor.get(ends.to)];
    return from === undefined || to === undefined || from === to ? null : { from, to };
  };
  return {
    ...model,
    nodes,
    edges: joined(
      model.edges.flatMap((edge) => {
        const ends = shown(edge);
        return ends === null ? [] : { ...edge, ...ends };
      }),
    ),
    ghosts: model.ghosts.filter((ghost) => {
      const ends = shown(ghost);
      return ends?.from === ghost.from && ends.to === ghost.to;
    }),
  };
}

function foldedNode({ regions, nodes }: MapModel, like: FieldNode): FieldNode {
  const region = regions.find(({ id }) => id === like.regionId);
  const members = nodes.filter(({ regionId }) => regionId === like.regionId);
  return {
    ...like,
    id: foldedId(like.regionId ?? ''),
    title: region?.name ?? like.title,
    state: 'present',
    x: region?.x ?? like.x,
    y: region?.y ?? like.y,
    degree: region?.scenes ?? members.length,
    main: true,
    pinned: false,
    speakers: [],
  };
}

/** Links of one kind and direction between the same two are one. */
function joined(edges: readonly FieldEdge[]): FieldEdge[] {
  const byEnds = new Map<string, FieldEdge>();
  for (const edge of edges) {
    const key = `${edge.from}>${edge.kind}>${edge.to}`;
    const known = byEnds.get(key);
    if (known === undefined) byEnds.set(key, { ...edge, id: key });
    else {
      known.count += edge.count;
      known.origins = [...new Set([...known.origins, ...edge.origins])];
    }
  }
  return [...byEnds.values()];
}
