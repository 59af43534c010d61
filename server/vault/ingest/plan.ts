import { readerVersion } from '../folder-stamp.ts';
import { digest } from '../ids.ts';
import { pathKey } from '../resolve/note-index.ts';
import { type Resolution, resolveLinks } from '../resolve/resolve-links.ts';
import { type AssignedIds, assignIds, assignMissing, type Known } from './assign-ids.ts';
import { type ConceptMention, namedConcepts, type Recurrent, titledConcepts } from './concepts.ts';
import type { LeavingScene } from './leave-scenes.ts';
import type { Target } from './link-rows.ts';
import { addTotals, linkTotals, type LinkTotals } from './link-totals.ts';
import type { FolderReading, ReadSource } from './read-folder.ts';
import type { RowIds } from './source-rows.ts';
import type { StoredSource } from './stored.ts';

/** What an ingest has to write so that the graph says what the folder says. Empty lists: nothing differs. */
export interface Plan {
  /** sources whose own scenes differ */
  scenes: PlannedSource[];
  /** sources whose links, concepts or called-for scenes differ */
  links: PlannedSource[];
  vanished: { sourceId: string; leaving: LeavingScene[] }[];
  /** sources that say the same in a file that was saved anew */
  restamped: PlannedSource[];
  /** the first scenes of what was added or edited */
  touches: string[];
  added: number;
  edited: number;
  removed: number;
  /** of the folder, whether written or not */
  passages: number;
  concepts: number;
  totals: LinkTotals;
  taken: AssignedIds['taken'];
  /** ids that this plan gives to scenes, and the graph had for none of those that it was shown */
  given: string[];
}

export interface PlannedSource {
  read: ReadSource;
  ids: RowIds;
  /** scenes of it that may already say something in the graph */
  existing: string[];
  /** scenes that are no longer in it */
  leaving: LeavingScene[];
  targets: Target[];
  titled: ConceptMention[];
  scenesDigest: string;
  linksDigest: string;
}

export interface KnownAndWritten extends Known {
  /** digests of sources whose own scenes this ingest has written already, by source id */
  written: ReadonlyMap<string, string>;
  recurrent: Recurrent;
  /** of the links of sources that stay as they are and are not whole */
  elsewhere: LinkTotals;
}

/** Compares the folder with what the graph holds of it. Pure. A digest is over what rows are made from, so that none has to be made to see that it is the same. */
export function planIngest({ sources, others }: FolderReading, known: KnownAndWritten): Plan {
  const outlines = sources.map(({ outline }) => outline);
  const ids = assignIds(sources, known);
  const resolution = resolveLinks(outlines, others);
  assignMissing(resolution.missing, ids);
  const targets = targetsOf(sources, { ids, resolution });
  const { recurrent } = known;
  const leaving = leavingScenes(ids, known);
  const inGraph = new Set(known.scenes.map((scene) => scene.id));
  const planned = sources.map((read, index): PlannedSource => {
    const { id, scenes, keys } = ids.sources[index] ?? { id: '', scenes: [], keys: [] };
    const own = { ids: { vaultId: known.vaultId, id, scenes, keys }, targets: targets[index] ?? [] };
    const titled = titledConcepts(read.outline, recurrent);
    const scenesDigest = read.stored?.scenesDigest ?? known.written.get(id) ?? scenesDigestOf(read, own.ids);
    return {
      read,
      ...own,
      titled,
      existing: scenes.filter((scene) => inGraph.has(scene)),
      leaving: leaving.get(id) ?? [],
      scenesDigest,
      linksDigest: settledDigest(read) ?? linksDigestOf(scenesDigest, own.targets, titled),
    };
  });
  const storedOf = (index: number) => known.matches[index] ?? null;
  const changed = planned.filter(({ read }, index) => differs(storedOf(index), read));
  const added = planned.filter((_, index) => storedOf(index) === null).length;
  const vanished = known.vanished.map(({ id }) => ({ sourceId: id, leaving: leaving.get(id) ?? [] }));
  const relinked = planned.filter(({ linksDigest }, index) => storedOf(index)?.linksDigest !== linksDigest);
  const isSame = (source: PlannedSource, index: number) =>
    storedOf(index)?.scenesDigest === source.scenesDigest;
  return {
    scenes: planned.filter((source, index) => !isSame(source, index) && !known.written.has(source.ids.id)),
    links: relinked,
    restamped: planned.filter(
      (source, index) => isSame(source, index) && storedOf(index)?.stamp !== source.read.note.stamp,
    ),
    vanished,
    touches: [
      ...new Set([...changed, ...relinked].flatMap((source) => source.ids.scenes.slice(0, 1))),
    ].concat(vanished.flatMap((source) => source.leaving.map(({ id }) => id))),
    added,
    edited: changed.length - added,
    removed: vanished.length,
    passages: sources.reduce((sum, read) => sum + passagesIn(read), 0),
    concepts: new Set([...sources.flatMap(conceptsIn), ...recurrent.ids()]).size,
    totals: addTotals(known.elsewhere, linkTotals(resolution), 1),
    taken: ids.taken,
    given: [...ids.sources.flatMap(({ scenes }) => scenes), ...ids.missing.values()].filter(
      (id) => !inGraph.has(id),
    ),
  };
}

/** Of a source whose links are not looked at. */
function settledDigest({ stored }: ReadSource): string | null {
  return stored === null || stored.whole ? null : stored.linksDigest;
}

export function scenesDigestOf({ outline, note, parts, file }: ReadSource, ids: RowIds): string {
  const { mtimeMs: _time, at, ...lasting } = outline;
  // the file's time alone is no difference: a note's date may be that time, but its words decide
  const dated = outline.atFrom === 'file' ? null : at;
  const { constructs } = parts ?? { constructs: null };
  return digest(JSON.stringify([readerVersion, note.path, file, lasting, dated, constructs, ids]));
}

function linksDigestOf(scenes: string, targets: readonly Target[], titled: readonly ConceptMention[]) {
  const ends = targets.map(({ to, missing, link }) => [to, missing?.title, link.start]);
  return digest(JSON.stringify([scenes, ends, titled.map(({ scene, concept }) => [scene, concept.id])]));
}

function differs(stored: StoredSource | null, { outline }: ReadSource): boolean {
  // without a digest an earlier run stopped half-way: the source still counts as new
  return (
    stored === null ||
    stored.path !== outline.path ||
    stored.hash !== outline.hash ||
    stored.linksDigest === null
  );
}

export function passagesIn({ parts, stored }: ReadSource): number {
  return parts?.passages.length ?? stored?.kept?.passages ?? 0;
}

/** Ids of the concepts that a source's words name. */
export function conceptsIn({ parts, stored }: ReadSource): string[] {
  if (parts === null) return stored?.kept?.concepts ?? [];
  return [...new Set(namedConcepts(parts).map(({ concept }) => concept.id))];
}

function targetsOf(
  sources: readonly ReadSource[],
  { ids, resolution }: { ids: AssignedIds; resolution: Resolution },
): Target[][] {
  const targets: Target[][] = sources.map(() => []);
  for (const { source, link, to } of resolution.links) {
    const id = ids.sources[to.source]?.scenes[to.scene];
    if (id !== undefined) targets[source]?.push({ link, to: id, missing: null });
  }
  for (const { name, title, calls } of resolution.missing) {
    const id = ids.missing.get(name) ?? '';
    for (const { source, link } of calls)
      targets[source]?.push({ link, to: id, missing: { id, name, title } });
  }
  // as they stand, whoever else calls for the same
  return targets.map((list) =>
    list.sort((a, b) => a.link.start - b.link.start || a.link.scene - b.link.scene),
  );
}

/** Stored scenes of a file that have no place in it any more, by source. */
function leavingScenes(ids: AssignedIds, known: Known): Map<string, LeavingScene[]> {
  const staying = new Set(ids.sources.flatMap((source) => source.scenes));
  for (const id of ids.missing.values()) staying.delete(id);
  const paths = new Map(known.vanished.map((source) => [source.id, source.path]));
  const leaving = new Map<string, LeavingScene[]>();
  for (const { id, sourceId, key } of known.scenes) {
    if (sourceId === null || staying.has(id)) continue;
    // a note that comes back is found by its path
    const path = paths.get(sourceId);
    const comesBackAs = path !== undefined && key === '' ? `missing:${pathKey(path)}` : key;
    leaving.set(sourceId, [...(leaving.get(sourceId) ?? []), { id, key: comesBackAs }]);
  }
  return leaving;
}
