import type { ParsedSource } from '../parsed.ts';
import { digest } from '../ids.ts';
import type { StoredScene, StoredSource } from './stored.ts';

/** Sources of the folder beside those the graph has: the same file edited, or moved, or new. */
export interface MatchedSources {
  /** for each parsed source the stored one it is, null when new */
  matches: (StoredSource | null)[];
  /** stored sources whose file is no longer there */
  vanished: StoredSource[];
}

/** Share of passages that must be equal for two texts to be one note under another name. */
const sameNote = 0.5;

/** By path; what is left by equal text, the same file name first; then by most passages equal. */
export function matchSources(
  parsed: readonly ParsedSource[],
  stored: {
    sources: readonly StoredSource[];
    scenes: readonly StoredScene[];
    hashes: ReadonlyMap<string, string[]>;
  },
): MatchedSources {
  const left = new Map(stored.sources.map((source) => [source.path, source]));
  const matches = parsed.map((source) => take(left, left.get(source.path)));
  if (left.size === 0) return { matches, vanished: [] };
  parsed.forEach((source, index) => {
    if (matches[index] || source.text.trim() === '') return;
    const equal = [...left.values()].filter((other) => other.hash === source.hash);
    matches[index] = take(
      left,
      equal.find((other) => fileName(other.path) === fileName(source.path)) ?? equal[0],
    );
  });
  const hashesOf = bySource(stored.scenes, stored.hashes);
  parsed.forEach((source, index) => {
    if (matches[index]) return;
    const own = passageHashes(source);
    const scored = [...left.values()].map((other) => ({
      other,
      share: overlap(own, hashesOf.get(other.id) ?? []),
    }));
    const best = scored.sort((a, b) => b.share - a.share)[0];
    if (best && best.share > sameNote) matches[index] = take(left, best.other);
  });
  return { matches, vanished: [...left.values()] };
}

function take(left: Map<string, StoredSource>, source: StoredSource | undefined): StoredSource | null {
  if (source) left.delete(source.path);
  return source ?? null;
}

export function passageHashes(source: ParsedSource, scene?: number): string[] {
  return source.passages
    .filter((passage) => scene === undefined || passage.scene === scene)
    .map((passage) => digest(source.text.slice(passage.start, passage.end)));
}

/** Equal passages over the larger number of them; 0 where one side has none. */
export function overlap(a: readonly string[], b: readonly string[]): number {
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
