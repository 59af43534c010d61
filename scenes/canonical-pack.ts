import type { Pack, PackScene } from './pack.ts';

/**
 * The pack in its one order. Scenes: by the id of the one at the top, then as they stand in its text; a passage goes with its scene;
 * everything else by id. The order of aliases and of evidence means something and stays.
 */
export function canonicalPack(pack: Pack): Pack {
  const scenes = inReadingOrder(pack.scenes);
  const place = new Map<string, number>(scenes.map(({ id }, index) => [id, index]));
  return {
    ...pack,
    scenes: scenes.map((scene) => ({ ...scene, after: [...scene.after].sort() })),
    passages: [...pack.passages].sort(
      (a, b) =>
        (place.get(a.scene) ?? 0) - (place.get(b.scene) ?? 0) || a.start - b.start || byText(a.id, b.id),
    ),
    concepts: [...pack.concepts].sort(byId).map((concept) => ({ ...concept, in: [...concept.in].sort() })),
    links: [...pack.links].sort(byId),
    decisions: [...pack.decisions].sort(byId),
  };
}

/** UTF-16 code units: no locale has a say in the bytes. */
function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byId(a: { id: string }, b: { id: string }): number {
  return byText(a.id, b.id);
}

function inReadingOrder(scenes: readonly PackScene[]): PackScene[] {
  const byScene = new Map<string, PackScene>(scenes.map((scene) => [scene.id, scene]));
  const keyed = scenes.map((scene) => {
    const line = lineOf(scene, byScene);
    return { scene, top: line.at(-1)?.id ?? scene.id, depth: line.length, start: scene.span?.start ?? 0 };
  });
  keyed.sort(
    (a, b) => byText(a.top, b.top) || a.start - b.start || a.depth - b.depth || byId(a.scene, b.scene),
  );
  return keyed.map(({ scene }) => scene);
}

/** The scene and all above it. */
function lineOf(scene: PackScene, byScene: ReadonlyMap<string, PackScene>): PackScene[] {
  const line: PackScene[] = [];
  for (
    let at: PackScene | undefined = scene;
    at && !line.includes(at);
    at = at.in === undefined ? undefined : byScene.get(at.in)
  )
    line.push(at);
  return line;
}
