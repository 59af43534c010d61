import type { Scene } from '../../graph-schema/nodes.ts';
import type { FieldRows } from './field-rows.ts';

/**
 * Where a scene's text stands in a pack. `offset` turns an offset of the graph (into the source's text where there is a source,
 * else into the scene's own body) into one of the body that the pack has it in.
 */
export interface ScenePlace {
  /** the scene's own text; undefined: it has none */
  text: string | undefined;
  /** the text that the pack keeps it in, and whose */
  holderId: string;
  holderText: string;
  span: { start: number; end: number } | undefined;
  offset: number;
}

/** A section shares the body of the scene that it is part of where that body really holds it; everything else has its own. */
export function scenePlaces(rows: Pick<FieldRows, 'scenes' | 'sources'>): Map<string, ScenePlace> {
  const byId = new Map<string, FieldRows['scenes'][number]>(rows.scenes.map((row) => [row.scene.id, row]));
  const places = new Map<string, ScenePlace>();
  const placeOf = (id: string): ScenePlace | undefined => {
    const known = places.get(id);
    const row = byId.get(id);
    if (known || !row) return known;
    const own = ownPlace(row.scene, rows.sources);
    // set before the parent is asked, so that a loop in the graph ends here
    places.set(id, own);
    const parent = row.parent === null ? undefined : placeOf(row.parent);
    const above = row.parent === null ? undefined : byId.get(row.parent)?.scene;
    const shared = parent && above && sharedPlace(row.scene, own, { parent, above });
    if (shared) places.set(id, shared);
    return shared ?? own;
  };
  for (const { scene } of rows.scenes) placeOf(scene.id);
  return places;
}

function ownPlace(scene: Scene, sources: ReadonlyMap<string, string>): ScenePlace {
  const source = scene.sourceId === undefined ? undefined : sources.get(scene.sourceId);
  const start = source === undefined ? 0 : (scene.start ?? 0);
  const text = source === undefined ? scene.body : source.slice(start, scene.end ?? source.length);
  return { text, holderId: scene.id, holderText: text ?? '', span: undefined, offset: -start };
}

function sharedPlace(
  scene: Scene,
  own: ScenePlace,
  { parent, above }: { parent: ScenePlace; above: Scene },
): ScenePlace | undefined {
  const isComparable = scene.start !== undefined && scene.sourceId === above.sourceId;
  if (!isComparable || own.text === undefined || own.text === '') return undefined;
  const start = (scene.start ?? 0) - (above.start ?? 0) + (parent.span?.start ?? 0);
  const end = start + own.text.length;
  if (start < 0 || parent.holderText.slice(start, end) !== own.text) return undefined;
  const offset = scene.sourceId === undefined ? start : start - (scene.start ?? 0);
  return { ...parent, text: own.text, span: { start, end }, offset };
}
