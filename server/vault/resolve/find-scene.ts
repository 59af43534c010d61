import type { ParsedScene, SourceOutline } from '../parsed.ts';

/**
 * The scene inside a note that a link means: `#A#B` the heading B below A, `#^id` the scene holding that block, else the note itself.
 * A heading or block that is not there leaves the note, as Obsidian opens it.
 */
export function findScene(
  source: SourceOutline,
  place: { heading: string | null; block: string | null },
): number {
  if (place.block !== null) {
    const wanted = place.block.toLowerCase();
    const at = source.scenes.findIndex((scene) =>
      scene.blocks.some((block) => block.toLowerCase() === wanted),
    );
    return Math.max(0, at);
  }
  if (place.heading === null) return 0;
  const chain = place.heading.split('#').map(headingKey).filter(Boolean);
  const last = chain.at(-1);
  if (last === undefined) return 0;
  const at = source.scenes.findIndex(
    (scene) =>
      scene.kind === 'section' &&
      headingKey(scene.title) === last &&
      isBelow(source.scenes, scene, chain.slice(0, -1)),
  );
  if (at !== -1) return at;
  return Math.max(
    0,
    source.scenes.findIndex((scene) => scene.kind === 'section' && headingKey(scene.title) === last),
  );
}

function isBelow(scenes: readonly ParsedScene[], scene: ParsedScene, names: readonly string[]): boolean {
  let left = names.length;
  for (let parent = scene.parent; parent !== null && left > 0; parent = scenes[parent]?.parent ?? null) {
    if (headingKey(scenes[parent]?.title ?? '') === names[left - 1]) left -= 1;
  }
  return left === 0;
}

/** Obsidian drops marks that cannot stand in a link and compares without case. */
function headingKey(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
