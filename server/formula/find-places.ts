import { z } from 'zod';
import { LinkKind } from '../../graph-schema/link-kinds.ts';
import { type Reference, referenceKey } from '../../scenes/formula/references.ts';
import { meanOf } from '../../scenes/formula/vectors.ts';
import type { Graph } from '../graph/graph.ts';
import { findScene, type NamedScene } from './find-scene.ts';
import {
  readConceptScenes,
  readLinkPairs,
  readRegions,
  readSceneVectors,
  readStructurePairs,
} from './formula.cypher.ts';
import type { Found } from './formula-protocol.ts';
import type { ShortTexts } from './short-texts.ts';

export interface PlaceDeps {
  graph: Graph;
  texts: ShortTexts;
  /** of the vectors */
  model: string;
  /** Where the formula that a scene holds leads. `above`: scenes whose formulas are being worked out. */
  follow(scene: NamedScene & { formula: string }, above: ReadonlySet<string>): Promise<Found>;
}

const Ids = z.array(z.string());
const Concepts = z.array(z.object({ id: z.string(), ids: Ids }));
const Regions = z.array(z.object({ name: z.string(), ids: Ids }));
const Pairs = z.array(z.object({ from: z.string(), to: z.string() }));
const Vectors = z.array(z.object({ vector: z.array(z.number()) }));
const regionsNamed = 8;

/** What the field knows of all that a formula names, by `referenceKey`. */
export async function findPlaces(
  deps: PlaceDeps,
  references: readonly Reference[],
  above: ReadonlySet<string>,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (const reference of references) {
    const key = referenceKey(reference);
    if (!found.has(key)) found.set(key, await findPlace(deps, reference, above));
  }
  return found;
}

function findPlace(deps: PlaceDeps, { type, name }: Reference, above: ReadonlySet<string>): Promise<Found> {
  switch (type) {
    case 'scene':
      return findScenePlace(deps, name, above);
    case 'text':
      return deps.texts.place(name);
    case 'concept':
      return findConcept(deps.graph, name);
    case 'region':
      return findRegion(deps.graph, name);
    case 'relation':
      return findLinks(deps.graph, name);
  }
}

async function findScenePlace(deps: PlaceDeps, name: string, above: ReadonlySet<string>): Promise<Found> {
  const scene = await findScene(deps.graph, name);
  return 'code' in scene ? { type: 'missing', ...scene } : placeOfScene(deps, scene, above);
}

/** A note or a turn is a row of the space; a section is where its passages are; a scene that is a formula and nothing else, where that leads. */
export async function placeOfScene(
  deps: Omit<PlaceDeps, 'texts'>,
  scene: NamedScene,
  above: ReadonlySet<string>,
): Promise<Found> {
  const missing = { code: 'scene_without_place', values: { name: scene.title } } as const;
  const asked = { id: scene.id, model: deps.model };
  const isWhole = scene.id === scene.rootId || scene.kind === 'turn';
  if (isWhole && scene.formula === null)
    return { type: 'scenes', ids: [scene.id], own: [scene.id], missing, names: [scene.id] };
  const vectors = Vectors.parse(await deps.graph.read((tx) => tx.run(readSceneVectors, asked)));
  const [first] = vectors;
  if (first) {
    const all = vectors.map(({ vector }) => Float32Array.from(vector));
    return {
      type: 'passages',
      vector: meanOf(all, first.vector.length),
      own: [scene.rootId],
      names: [scene.id],
    };
  }
  const { formula } = scene;
  return formula === null ? { type: 'missing', ...missing } : deps.follow({ ...scene, formula }, above);
}

async function findConcept(graph: Graph, name: string): Promise<Found> {
  const asked = { name: name.normalize('NFC').toLowerCase() };
  const concepts = Concepts.parse(await graph.read((tx) => tx.run(readConceptScenes, asked)));
  if (concepts.length === 0) return { type: 'missing', code: 'concept_missing', values: { name } };
  const ids = [...new Set(concepts.flatMap((concept) => concept.ids))];
  const missing = { code: 'concept_without_place', values: { name } } as const;
  return { type: 'scenes', ids, own: [], missing, names: concepts.map(({ id }) => id) };
}

async function findRegion(graph: Graph, name: string): Promise<Found> {
  const regions = Regions.parse(await graph.read((tx) => tx.run(readRegions)));
  const region = regions.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const names = regions.slice(0, regionsNamed).map((each) => each.name);
  const missing = { code: 'region_missing', values: { name, names: names.join(', ') } } as const;
  return region
    ? { type: 'scenes', ids: region.ids, own: [], missing, names: [] }
    : { type: 'missing', ...missing };
}

async function findLinks(graph: Graph, kind: string): Promise<Found> {
  const statement =
    kind === 'part_of' || kind === 'next'
      ? readStructurePairs(kind === 'next' ? 'NEXT' : 'PART_OF')
      : readLinkPairs(LinkKind.parse(kind));
  const pairs = Pairs.parse(await graph.read((tx) => tx.run(statement)));
  return { type: 'links', kind, pairs, names: [] };
}
