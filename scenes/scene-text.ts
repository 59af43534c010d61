import type { Pack, PackScene } from './pack.ts';

/** Where a scene's text is: the scene whose `body` holds it, and the slice that is the scene's own. */
export interface SceneText {
  holderId: string;
  body: string;
  start: number;
  end: number;
}

/** The text of each scene that has one, by id. A scene with a span and nobody above with a body has none. */
export function sceneTexts(pack: Pick<Pack, 'scenes'>): Map<string, SceneText> {
  const byId = new Map<string, PackScene>(pack.scenes.map((scene) => [scene.id, scene]));
  const texts = new Map<string, SceneText>();
  for (const scene of pack.scenes) {
    const holder = holderOf(scene, byId);
    if (holder?.body === undefined) continue;
    const { start, end } =
      scene.span && holder !== scene ? scene.span : { start: 0, end: holder.body.length };
    texts.set(scene.id, { holderId: holder.id, body: holder.body, start, end });
  }
  return texts;
}

/** A scene that is in itself, however far round, has no holder. */
function holderOf(scene: PackScene, byId: ReadonlyMap<string, PackScene>): PackScene | undefined {
  if (scene.body !== undefined) return scene;
  if (!scene.span) return undefined;
  const seen = new Set<PackScene>();
  let above: PackScene | undefined = scene;
  while (above && above.body === undefined) {
    if (seen.has(above)) return undefined;
    seen.add(above);
    above = above.in === undefined ? undefined : byId.get(above.in);
  }
  return above;
}
