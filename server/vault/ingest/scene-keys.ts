import type { ParsedScene, SourceOutline } from '../parsed.ts';

/** For each scene what finds it again in its source: '' the note, `uid:…` a turn, headings from the top for a section; a second of one key is counted. */
export function sceneKeys({ scenes }: SourceOutline): string[] {
  const seen = new Map<string, number>();
  const keys: string[] = [];
  for (const scene of scenes) {
    const key = sceneKey(scene, keys);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    keys.push(count === 1 ? key : `${key}#${count}`);
  }
  return keys;
}

function sceneKey(scene: ParsedScene, keys: readonly string[]): string {
  if (scene.kind === 'note') return '';
  if (scene.kind === 'turn') return scene.uid === null ? `turn:${scene.at ?? ''}` : `uid:${scene.uid}`;
  const parent = scene.parent === null ? '' : (keys[scene.parent] ?? '');
  return `${parent}/${scene.title.normalize('NFC').toLowerCase()}`;
}
