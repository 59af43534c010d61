import type { ParsedLink, ParsedNotLink, SourceOutline } from '../parsed.ts';
import { firstWords } from '../parse/plain-text.ts';
import { findScene } from './find-scene.ts';
import { folderOf, indexNotes, joinPath, pathKey } from './note-index.ts';
import { indexOthers, type OtherFile } from './other-files.ts';

export interface ResolvedLink {
  /** index into the sources */
  source: number;
  link: ParsedLink;
  to: { source: number; scene: number };
}

/** A note that is linked to and was never written. */
export interface MissingScene {
  /** `pathKey` of the target: one missing scene a name */
  name: string;
  /** the name as first written, without folders */
  title: string;
  calls: { source: number; link: ParsedLink }[];
}

export interface ReportedLink {
  source: number;
  start: number;
  end: number;
  wiki: boolean;
  reason: ParsedNotLink['reason'] | OtherFile['kind'] | 'self';
}

/** A link whose words several notes answer to: the nearest was taken. */
export interface AmbiguousLink {
  source: number;
  target: string;
  taken: string;
  others: number;
}

export interface Resolution {
  links: ResolvedLink[];
  missing: MissingScene[];
  reported: ReportedLink[];
  ambiguous: AmbiguousLink[];
}

/**
 * Links to scenes, as Obsidian finds them. Every `[[…]]` ends in one of three: resolved, missing, or reported with the reason why it is no link.
 * One step further than Obsidian: a target that no file has, and that is the alias of exactly one note, means that note.
 */
export function resolveLinks(
  sources: readonly SourceOutline[],
  others: readonly OtherFile[] = [],
): Resolution {
  const notes = indexNotes(sources);
  const files = indexOthers(others);
  const aliases = indexAliases(sources);
  const missing = new Map<string, MissingScene>();
  const result: Resolution = { links: [], missing: [], reported: [], ambiguous: [] };
  sources.forEach((from, source) => {
    for (const { start, end, reason } of from.notLinks) {
      result.reported.push({ source, start, end, wiki: true, reason });
    }
    for (const link of from.links) {
      const found = link.target === '' ? { source, others: 0 } : findNote(link, from.path);
      if (found) take(source, link, found);
      else takeOther(source, link);
    }
  });
  result.missing = [...missing.values()];
  return result;

  function findNote(link: ParsedLink, path: string) {
    const relative = link.wiki ? null : joinPath(folderOf(path), link.target);
    return (
      (relative === null ? null : notes.find(`/${relative}`, path)) ??
      notes.find(link.target, path) ??
      aliasOf(link.target)
    );
  }

  function aliasOf(target: string) {
    const owners = aliases.get(pathKey(target));
    return owners?.length === 1 && owners[0] !== undefined ? { source: owners[0], others: 0 } : null;
  }

  function take(source: number, link: ParsedLink, found: { source: number; others: number }): void {
    const target = sources[found.source];
    if (!target) return;
    const scene = findScene(target, link);
    if (found.source === source && scene === link.scene) {
      report(source, link, 'self');
      return;
    }
    if (found.others > 0) {
      result.ambiguous.push({ source, target: link.target, taken: target.path, others: found.others });
    }
    result.links.push({ source, link, to: { source: found.source, scene } });
  }

  function takeOther(source: number, link: ParsedLink): void {
    const kind = files.kindOf(link.target);
    if (kind) return report(source, link, kind);
    const name = pathKey(link.target).replace(/^(?:\.{0,2}\/)+/, '');
    const known = missing.get(name) ?? { name, title: titleOf(link.target), calls: [] };
    known.calls.push({ source, link });
    missing.set(name, known);
  }

  function report(source: number, link: ParsedLink, reason: ReportedLink['reason']): void {
    result.reported.push({ source, start: link.start, end: link.end, wiki: link.wiki, reason });
  }
}

/** Distinct pairs of notes that a link joins; a note's links to itself are left out. Indices into the sources. */
export function noteLinks(links: readonly ResolvedLink[]): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  for (const { source, to } of links) {
    if (source !== to.source) pairs.set(`${source} ${to.source}`, [source, to.source]);
  }
  return [...pairs.values()];
}

/** found = resolved + missing + reported, over `[[…]]` only; a footnote's link that several scenes cite is one. */
export function countWikilinks(resolution: Resolution) {
  const resolved = countPlaces(resolution.links.map(({ source, link }) => ({ source, ...link })));
  const missing = countPlaces(
    resolution.missing.flatMap((scene) => scene.calls.map(({ source, link }) => ({ source, ...link }))),
  );
  const reported = countPlaces(resolution.reported);
  return { found: resolved + missing + reported, resolved, missing, reported };
}

function countPlaces(places: readonly { source: number; start: number; wiki: boolean }[]): number {
  return new Set(places.filter((place) => place.wiki).map((place) => `${place.source} ${place.start}`)).size;
}

function indexAliases(sources: readonly SourceOutline[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  sources.forEach((source, index) => {
    for (const alias of new Set(source.aliases.map(pathKey)))
      owners.set(alias, [...(owners.get(alias) ?? []), index]);
  });
  return owners;
}

function titleOf(target: string): string {
  const name = target.slice(target.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  return firstWords(name.trim());
}
