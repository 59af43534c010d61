import type { ParsedLink, ParsedNotLink, SourceOutline } from '../parsed.ts';
import { firstWords } from '../parse/plain-text.ts';
import { findScene } from './find-scene.ts';
import { indexBlocks, indexNames } from './name-index.ts';
import { folderOf, indexNotes, joinPath, lastPart, pathKey } from './note-index.ts';
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
  reason: ParsedNotLink['reason'] | OtherFile['kind'] | 'self' | 'block_missing';
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
 * A few steps further than Obsidian: a target that no file has, and that is a further name or the alias of exactly one note, means that note;
 * a block id that is unique by its make (a UUID) is found in whatever note holds it; a note whose name says what it is a part of leads there.
 */
export function resolveLinks(
  sources: readonly SourceOutline[],
  others: readonly OtherFile[] = [],
): Resolution {
  const notes = indexNotes(sources, calledBy(sources));
  const files = indexOthers(others);
  const names = indexNames(sources, (source) => source.names ?? nobody);
  const aliases = indexNames(sources, (source) => source.aliases);
  const blocks = indexBlocks(sources);
  const missing = new Map<string, MissingScene>();
  const result: Resolution = { links: [], missing: [], reported: [], ambiguous: [] };
  sources.forEach((from, source) => {
    for (const { start, end, reason } of from.notLinks) {
      result.reported.push({ source, start, end, wiki: true, reason });
    }
    for (const link of from.links) {
      const found = link.target === '' ? ownOrHolder(source, link) : findNote(link, from.path);
      if (found) take(source, link, found);
      else takeOther(source, link);
    }
    const whole = from.within?.map((name) => ({ ...nowhere, target: name })) ?? [];
    const above = whole.flatMap((link) => findNote(link, from.path) ?? []).at(0);
    const link = whole[0];
    if (above && link && above.source !== source) take(source, link, above);
  });
  result.missing = [...missing.values()];
  return result;

  function ownOrHolder(source: number, { block }: ParsedLink) {
    const own = sources[source];
    const isOwn = block === null || (own !== undefined && hasBlock(own, block));
    return { source: isOwn ? source : (blocks().get(block) ?? source), others: 0 };
  }

  function findNote(link: ParsedLink, path: string) {
    const relative = link.wiki ? null : joinPath(folderOf(path), link.target);
    return (
      (relative === null ? null : notes.find(`/${relative}`, path)) ??
      notes.find(link.target, path) ??
      names(link.target) ??
      aliases(link.target)
    );
  }

  function take(source: number, link: ParsedLink, found: { source: number; others: number }): void {
    const target = sources[found.source];
    if (!target) return;
    const scene = findScene(target, link);
    if (found.source === source && scene === link.scene) {
      const isThere = link.block === null || hasBlock(target, link.block);
      report(source, link, isThere ? 'self' : 'block_missing');
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
    // where pages have names of their own, a slash is part of the name and no folder
    const title = sources[source]?.names ? firstWords(link.target.trim()) : titleOf(link.target);
    const known = missing.get(name) ?? { name, title, calls: [] };
    known.calls.push({ source, link });
    missing.set(name, known);
  }

  function report(source: number, link: ParsedLink, reason: ReportedLink['reason']): void {
    result.reported.push({ source, start: link.start, end: link.end, wiki: link.wiki, reason });
  }
}

const nobody: readonly string[] = [];

/** Few links among many notes ask for few of them. */
function calledBy(sources: readonly SourceOutline[]): ((lastPart: string) => boolean) | undefined {
  const count = sources.reduce((sum, { links }) => sum + links.length, 0);
  if (count > sources.length) return undefined;
  const called = new Set(
    sources.flatMap(({ links, within }) =>
      links.length === 0 && !within
        ? nobody
        : [...links.map(({ target }) => target), ...(within ?? [])].map(lastPart),
    ),
  );
  // what `..` leads to, only its folder tells
  return called.has('..') || called.has('.') ? undefined : (part) => called.has(part);
}

function hasBlock({ scenes }: SourceOutline, block: string): boolean {
  const wanted = block.toLowerCase();
  return scenes.some(({ blocks }) => blocks.some((each) => each.toLowerCase() === wanted));
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

/** A link that stands nowhere in the text. */
const nowhere: Omit<ParsedLink, 'target'> = {
  scene: 0,
  kind: 'links_to',
  heading: null,
  block: null,
  embed: false,
  wiki: false,
  start: 0,
  end: 0,
  shownStart: 0,
  shownEnd: 0,
  sentenceStart: 0,
  sentenceEnd: 0,
};

function titleOf(target: string): string {
  const name = target.slice(target.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  return firstWords(name.trim());
}
