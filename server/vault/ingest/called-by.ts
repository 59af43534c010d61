import type { SourceOutline } from '../parsed.ts';
import { isWorldwide } from '../resolve/name-index.ts';
import { lastPart } from '../resolve/note-index.ts';

/**
 * Words by which a link finds its note: the last part of a path or name, since a note answers to every ending of its path; `^` before a block's id.
 * Two sets of words without one in common have nothing to do with each other.
 */
export function wordsCalled({ links, within }: SourceOutline): Set<string> {
  const words = links.map(({ target, block }) => (target === '' ? `^${block ?? ''}` : lastPart(target)));
  return new Set([...words, ...(within ?? []).map(lastPart)]);
}

/** Words that a source answers to. */
export function wordsAnswered({ path, aliases, names, scenes }: SourceOutline): Set<string> {
  const blocks = scenes.flatMap((scene) => scene.blocks).filter(isWorldwide);
  return new Set([
    ...[path, ...aliases, ...(names ?? [])].map(lastPart),
    ...blocks.map((block) => `^${block}`),
    // where `..` leads depends on folders
    '..',
    '.',
  ]);
}

/** What links from elsewhere may find of a source: where it is equal, they find what they found. */
export function faceOf({ path, aliases, names, scenes }: SourceOutline): string {
  const seen = scenes.map(({ kind, title, parent, uid, at, blocks }) => [
    kind,
    title,
    parent,
    blocks,
    kind === 'turn' && [uid, at],
  ]);
  return JSON.stringify([path, aliases, names, seen]);
}
