import type { Pole } from '../../graph-schema/views/lens-view.ts';
import type { SceneId } from '../../graph-schema/ids.ts';

/** A pole as the address writes it: words, or `@` and a scene's id. Null: none is named. */
export function readPole(text: string): Pole | null {
  if (text.startsWith('@') && text.length > 1) return { sceneId: text.slice(1) as SceneId };
  const words = text.trim().slice(0, 200);
  return words === '' ? null : { words };
}

export function writePole(pole: Pole): string {
  return 'sceneId' in pole ? `@${pole.sceneId}` : pole.words;
}
