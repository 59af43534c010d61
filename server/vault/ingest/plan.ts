import type { ParsedSource } from '../parsed.ts';
import { pathKey } from '../resolve/note-index.ts';
import { type Resolution, resolveLinks } from '../resolve/resolve-links.ts';
import type { Scan } from '../scan.ts';
import { type AssignedIds, assignIds, assignMissing, type Known } from './assign-ids.ts';
import { mentionsOf, recurrentNames } from './concepts.ts';
import type { LeavingScene } from './leave-scenes.ts';
import { linkRows, type LinkRows, type Target } from './link-rows.ts';
import { sceneRows, type SceneRows } from './source-rows.ts';

/** What an ingest has to write so that the graph says what the folder says. Empty lists: nothing differs. */
export interface Plan {
  /** sources whose own scenes differ, with the scenes that are no longer in them */
  scenes: { rows: SceneRows; leaving: LeavingScene[] }[];
  /** sources whose links, concepts or called-for scenes differ */
  links: { rows: LinkRows; existing: string[] }[];
  vanished: { sourceId: string; leaving: LeavingScene[] }[];
  added: number;
  edited: number;
  removed: number;
  /** of the folder, whether written or not */
  passages: number;
  concepts: number;
  taken: AssignedIds['taken'];
  resolution: Resolution;
}

/** Compares the folder with what the graph holds of it. Pure. */
export function planIngest(scan: Scan, known: Known): Plan {
  const { sources } = scan;
  const ids = assignIds(sources, known);
  const resolution = resolveLinks(sources, scan.others);
  assignMissing(resolution.missing, ids, known);
  const rows = sources.map((source, index) => sceneRows(source, idsOf(ids, index, known.vaultId)));
  const links = allLinkRows(sources, { ids, rows, resolution });
  const stored = new Map(known.matches.flatMap((source) => (source ? [[source.id, source] as const] : [])));
  const leaving = leavingScenes(ids, known);
  const inGraph = new Set(known.scenes.map((scene) => scene.id));
  const existing = (index: number) => (ids.sources[index]?.scenes ?? []).filter((id) => inGraph.has(id));
  return {
    scenes: rows
      .map((row) => ({ rows: row, leaving: leaving.get(row.source.id) ?? [] }))
      .filter(({ rows: row }) => stored.get(row.source.id)?.scenesDigest !== row.digest),
    links: links
      .map((row, index) => ({ rows: row, existing: existing(index) }))
      .filter(({ rows: row }) => stored.get(row.sourceId)?.linksDigest !== row.digest),
    vanished: known.vanished.map(({ id }) => ({ sourceId: id, leaving: leaving.get(id) ?? [] })),
    added: known.matches.filter((source) => source === null).length,
    edited: known.matches.filter((source, index) => source !== null && differs(source, sources[index]))
      .length,
    removed: known.vanished.length,
    passages: rows.reduce((sum, row) => sum + row.passages.length, 0),
    concepts: new Set(links.flatMap((row) => row.mentions.map((mention) => mention.to))).size,
    taken: ids.taken,
    resolution,
  };
}

function differs(
  stored: { path: string; hash: string; linksDigest: string | null },
  source?: ParsedSource,
): boolean {
  // without a digest an earlier run stopped half-way: the source still counts as new
  return stored.path !== source?.path || stored.hash !== source.hash || stored.linksDigest === null;
}

function idsOf(ids: AssignedIds, index: number, vaultId: string) {
  const { id, scenes, keys } = ids.sources[index] ?? { id: '', scenes: [], keys: [] };
  return { vaultId, id, scenes, keys };
}

function allLinkRows(
  sources: readonly ParsedSource[],
  of: { ids: AssignedIds; rows: readonly SceneRows[]; resolution: Resolution },
): LinkRows[] {
  const targets: Target[][] = sources.map(() => []);
  for (const { source, link, to } of of.resolution.links) {
    const id = of.ids.sources[to.source]?.scenes[to.scene];
    if (id !== undefined) targets[source]?.push({ link, to: id, missing: null });
  }
  for (const { name, title, calls } of of.resolution.missing) {
    const id = of.ids.missing.get(name) ?? '';
    for (const { source, link } of calls)
      targets[source]?.push({ link, to: id, missing: { id, name, title } });
  }
  const recurrent = recurrentNames(sources);
  return sources.flatMap((source, index) => {
    const rows = of.rows[index];
    return rows
      ? [linkRows({ source, rows, targets: targets[index] ?? [], mentions: mentionsOf(source, recurrent) })]
      : [];
  });
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
