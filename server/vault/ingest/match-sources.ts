import { groupBy } from '../../field/group-by.ts';
import type { ReadSource } from './read-folder.ts';
import type { StoredScene, StoredSource } from './stored.ts';

/** Sources of the folder beside those the graph has: the same file edited, or moved, or new. */
export interface MatchedSources {
  /** for each source read the stored one it is, null when new */
  matches: (StoredSource | null)[];
  /** stored sources whose file is no longer there */
  vanished: StoredSource[];
}

/** Share of passages that must be equal for two texts to be one under another name. */
const sameText = 0.5;

/** By path; what is left by equal text, the same file name first; then by most passages equal. */
export function matchSources(
  read: readonly ReadSource[],
  stored: {
    sources: readonly StoredSource[];
    scenes: readonly StoredScene[];
    hashes: ReadonlyMap<string, string[]>;
  },
): MatchedSources {
  const left = new Map(stored.sources.map((source) => [source.path, source]));
  const matches = read.map(({ outline }) => take(left, left.get(outline.path)));
  if (left.size === 0) return { matches, vanished: [] };
  const byHash = groupBy(left.values(), ({ hash }) => hash);
  read.forEach(({ outline, parts }, index) => {
    // what says nothing is like everything that says nothing
    if (matches[index] || parts?.passages.length === 0) return;
    const equal = (byHash.get(outline.hash) ?? []).filter(({ path }) => left.has(path));
    matches[index] = take(
      left,
      equal.find((other) => fileName(other.path) === fileName(outline.path)) ?? equal[0],
    );
  });
  const hashesOf = bySource(stored.scenes, stored.hashes);
  const holders = new Map<string, StoredSource[]>();
  for (const source of left.values())
    for (const hash of new Set(hashesOf.get(source.id))) {
      const known = holders.get(hash);
      if (known) known.push(source);
      else holders.set(hash, [source]);
    }
  read.forEach((source, index) => {
    if (matches[index]) return;
    const own = passageHashes(source);
    const alike = new Set(own.flatMap((hash) => holders.get(hash) ?? []));
    const others = [...alike].filter(({ path }) => left.has(path));
    matches[index] = take(left, mostAlike(own, others, hashesOf));
  });
  return { matches, vanished: [...left.values()] };
}

function take(left: Map<string, StoredSource>, source: StoredSource | undefined): StoredSource | null {
  if (source) left.delete(source.path);
  return source ?? null;
}

export function passageHashes({ parts }: ReadSource, scene?: number): string[] {
  return (parts?.passages ?? [])
    .filter((passage) => scene === undefined || passage.scene === scene)
    .map(({ hash }) => hash);
}

/** The one of `others` that is the same text under another name, by its passages' hashes. */
export function mostAlike<T extends { id: string }>(
  own: readonly string[],
  others: readonly T[],
  hashes: ReadonlyMap<string, string[]>,
): T | undefined {
  const scored = others.map((other) => ({ other, share: overlap(own, hashes.get(other.id) ?? []) }));
  const best = scored.sort((a, b) => b.share - a.share)[0];
  return best && best.share > sameText ? best.other : undefined;
}

/** Equal passages over the larger number of them; 0 where one side has none. */
function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const rest = new Map<string, number>();
  for (const hash of b) rest.set(hash, (rest.get(hash) ?? 0) + 1);
  let equal = 0;
  for (const hash of a) {
    const count = rest.get(hash) ?? 0;
    if (count > 0) equal += 1;
    rest.set(hash, count - 1);
  }
  return equal / Math.max(a.length, b.length);
}

function bySource(
  scenes: readonly StoredScene[],
  hashes: ReadonlyMap<string, string[]>,
): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const { id, sourceId } of scenes) {
    if (sourceId !== null)
      sources.set(sourceId, [...(sources.get(sourceId) ?? []), ...(hashes.get(id) ?? [])]);
  }
  return sources;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
