import type { Graph } from '../../graph/graph.ts';
import type { SourceOutline } from '../parsed.ts';
import { lastPart } from '../resolve/note-index.ts';
import type { OtherFile } from '../resolve/other-files.ts';
import { resolveLinks } from '../resolve/resolve-links.ts';
import { faceOf, wordsAnswered } from './called-by.ts';
import {
  conceptNamed,
  type OwnName,
  ownNames,
  type Recurrent,
  recurrentIds,
  recursAmong,
} from './concepts.ts';
import { type KnownVault, withoutLinks } from './known-vault.ts';
import { addTotals, linkTotals, type LinkTotals } from './link-totals.ts';
import type { FolderReading, ReadSource } from './read-folder.ts';
import { readScenes, type Stored, type StoredSource, type WholeSource } from './stored.ts';
import { readAllWhole } from './vault-memory.ts';

/** A vault of which only what a few changed files may touch is whole; the rest stays as it is. */
export interface NearChanges {
  reading: FolderReading;
  stored: Stored;
  recurrent: Recurrent;
  /** of the links of all that stays */
  elsewhere: LinkTotals;
  /** as they were: what changed or went, and what the change may touch */
  before: WholeSource[];
}

interface Change {
  vaultId: string;
  known: KnownVault;
  reading: FolderReading;
  /** of the last reading */
  last: { others: readonly OtherFile[]; totals: LinkTotals };
}

/** Beyond this share of a vault all of it is compared. */
const mostChanged = 0.2;

/**
 * Finds what the changed files of a vault may touch: notes whose links call for something that came, went or has another face now, and notes with
 * a name that recurs since, or no longer. Null where that is much of the vault, or something is not known whole.
 */
export async function readNearChanges(graph: Graph, change: Change): Promise<NearChanges | null> {
  const { vaultId, known, reading, last } = change;
  const all = known.sources();
  const byId = new Map(all.map((source) => [source.id, source]));
  const standing = new Set(reading.sources.flatMap(({ stored }) => (stored === null ? [] : [stored.id])));
  const read = reading.sources.filter(({ parts }) => parts !== null);
  const gone = all.filter(({ id }) => !standing.has(id));
  const isMuch = (count: number) => count > Math.max(20, all.length * mostChanged);
  if (isMuch(read.length + gone.length)) return null;
  const wholeOf = (ids: Iterable<string>) =>
    readAllWhole(
      graph,
      [...ids].flatMap((id) => byId.get(id) ?? []),
    );
  const left = await wholeOf(gone.map(({ id }) => id));
  if (left === null) return null;
  const names = countNames(known, { left, read, notes: [all.length, reading.sources.length] });
  const words = changedWords({ left, read, others: [last.others, reading.others] });
  const touched = new Set([
    ...[...words].flatMap((word) => known.callers.of(word)),
    ...names.turned.flatMap((name) => known.named.of(name)),
  ]);
  for (const { id } of left) touched.delete(id);
  if (isMuch(touched.size)) return null;
  const near = await wholeOf(touched);
  if (near === null) return null;
  const withNear = replaceIn(reading.sources, near);
  const targets = await wholeOf(settledTargets(withNear, reading.others));
  if (targets === null) return null;
  const sources = replaceIn(withNear, targets.map(withoutLinks));
  const before = [...left, ...near];
  return {
    reading: { ...reading, sources },
    stored: {
      sources: replaceStored(all, [...before, ...targets.map(withoutLinks)]),
      scenes: await readScenes(graph, { vaultId, sources: [...before, ...targets] }),
    },
    recurrent: names.recurrent([...read, ...withNear.filter(({ stored }) => stored?.whole)]),
    elsewhere: addTotals(
      last.totals,
      linkTotals(resolveLinks(outlinesOf(replaceStored(all, before)), last.others)),
      -1,
    ),
    before,
  };
}

/** What links elsewhere may call for and find something else than they did. */
function changedWords({
  left,
  read,
  others: [before, now],
}: {
  left: readonly WholeSource[];
  read: readonly ReadSource[];
  others: [readonly OtherFile[], readonly OtherFile[]];
}): Set<string> {
  const faces = new Map(left.map(({ kept: { outline } }) => [faceOf(outline), outline]));
  const words = new Set<string>();
  const take = (outline: SourceOutline) => {
    for (const word of wordsAnswered(outline)) words.add(word);
  };
  for (const { outline } of read) if (!faces.delete(faceOf(outline))) take(outline);
  for (const outline of faces.values()) take(outline);
  const keyOf = ({ path, kind }: OtherFile) => `${kind} ${path}`;
  const files = new Map(before.map((file) => [keyOf(file), file]));
  for (const file of now) if (!files.delete(keyOf(file))) words.add(lastPart(file.path));
  for (const { path } of files.values()) words.add(lastPart(path));
  return words;
}

interface NamesChange {
  left: readonly WholeSource[];
  read: readonly ReadSource[];
  /** how many there were, and are */
  notes: [number, number];
}

/** Names of notes and sections after a change, and those that recur since or no longer. */
function countNames({ named }: KnownVault, { left, read, notes: [before, now] }: NamesChange) {
  const differences = new Map<string, number>();
  const count = (outline: SourceOutline, by: 1 | -1) => {
    for (const key of ownNames(outline).keys()) differences.set(key, (differences.get(key) ?? 0) + by);
  };
  for (const { kept } of left) count(kept.outline, -1);
  for (const { outline } of read) count(outline, 1);
  const [recursBefore, recursNow] = [recursAmong(before), recursAmong(now)];
  const havingNow = (key: string, having: number) => having + (differences.get(key) ?? 0);
  const turned = new Set<string>();
  for (const key of differences.keys()) {
    const having = named.of(key).length;
    if (recursBefore(having) !== recursNow(havingNow(key, having))) turned.add(key);
  }
  if (Math.floor(before / 10) !== Math.floor(now / 10))
    for (const [key, having] of named.shared())
      if (recursBefore(having) !== recursNow(havingNow(key, having))) turned.add(key);
  return {
    turned: [...turned],
    recurrent(sources: readonly ReadSource[]): Recurrent {
      const names = new Map<string, OwnName>();
      for (const { outline } of sources)
        for (const [key, name] of ownNames(outline)) if (!names.has(key)) names.set(key, name);
      const recurs = (key: string) => recursNow(havingNow(key, named.of(key).length));
      return {
        get(key) {
          const name = names.get(key);
          return name !== undefined && recurs(key) ? conceptNamed(name) : undefined;
        },
        ids() {
          const keys = new Set([...named.shared()].map(([key]) => key));
          for (const key of differences.keys()) keys.add(key);
          return recurrentIds([...keys].filter(recurs));
        },
      };
    },
  };
}

/** Ids of sources that links lead to, and of which only the names are known. */
function settledTargets(sources: readonly ReadSource[], others: readonly OtherFile[]): Set<string> {
  const { links } = resolveLinks(outlinesRead(sources), others);
  const stored = links.flatMap(({ to }) => sources[to.source]?.stored ?? []);
  return new Set(stored.flatMap(({ id, whole }) => (whole ? [] : [id])));
}

/** Sources that were read before, with what is now known of them. */
export function replaceIn(sources: readonly ReadSource[], known: readonly StoredSource[]): ReadSource[] {
  const byId = new Map(known.map((source) => [source.id, source]));
  return sources.map((source) => {
    const found = source.stored === null ? undefined : byId.get(source.stored.id);
    return found?.kept ? { ...source, outline: found.kept.outline, stored: found } : source;
  });
}

function replaceStored(sources: readonly StoredSource[], known: readonly StoredSource[]): StoredSource[] {
  const byId = new Map(known.map((source) => [source.id, source]));
  return sources.map((source) => byId.get(source.id) ?? source);
}

function outlinesRead(sources: readonly ReadSource[]): SourceOutline[] {
  return sources.map(({ outline }) => outline);
}

/** In the order in which a folder is read. */
function outlinesOf(sources: readonly StoredSource[]): SourceOutline[] {
  const outlines = sources.flatMap(({ kept }) => (kept === null ? [] : [kept.outline]));
  return outlines.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}
