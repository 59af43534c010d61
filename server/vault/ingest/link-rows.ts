import { deriveId } from '../ids.ts';
import type { ParsedLink, SourceOutline } from '../parsed.ts';
import { type ConceptMention, type ConceptRow, namedConcepts, tagParents } from './concepts.ts';
import type { SourceParts } from './read-folder.ts';
import { passageIdsOf, type RowIds } from './source-rows.ts';

export interface LinkRow {
  id: string;
  from: string;
  to: string;
  embed: boolean | null;
  evidencePassages: string[];
  evidenceStarts: number[];
  evidenceEnds: number[];
}

export interface MissingRow {
  id: string;
  name: string;
  title: string;
}

/** What a source speaks of that has no file of its own: concepts, and the scenes it calls for. */
export interface NamedRows {
  sourceId: string;
  missing: MissingRow[];
  concepts: ConceptRow[];
}

/** Everything that a source says about others. */
export interface LinkRows {
  sourceId: string;
  links: LinkRow[];
  cites: LinkRow[];
  mentions: LinkRow[];
}

/** A link of this source and where it leads. */
export interface Target {
  link: ParsedLink;
  to: string;
  missing: MissingRow | null;
}

interface Saying {
  parts: SourceParts;
  ids: RowIds;
  targets: readonly Target[];
  /** titles and aliases that recur */
  titled: readonly ConceptMention[];
}

/** Quotes kept on one relationship: a tag may stand in a note a hundred times. */
const mostQuotes = 8;

export function namedRows({
  source,
  parts,
  ids,
  targets,
  titled,
}: Saying & { source: SourceOutline }): NamedRows {
  const mentions = [...namedConcepts(parts), ...titled];
  return {
    sourceId: ids.id,
    missing: distinct(targets.flatMap(({ missing }) => (missing ? [missing] : []))),
    concepts: distinct([...mentions.map(({ concept }) => concept), ...source.tags.flatMap(tagParents)]),
  };
}

export function linkRows({ parts, ids, targets, titled }: Saying): LinkRows {
  const sceneId = (index: number) => ids.scenes[index] ?? '';
  const places = placesOf(parts, ids);
  const drafts = {
    links_to: new Map<string, LinkRow>(),
    cites: new Map<string, LinkRow>(),
    mentions: new Map<string, LinkRow>(),
  };
  for (const { link, to } of targets) {
    const from = sceneId(link.scene);
    if (from === to) continue;
    const row = rowOf(drafts[link.kind], { kind: link.kind, from, to });
    if (link.embed) row.embed = true;
    addQuote(
      row,
      places({ scene: link.scene, start: link.sentenceStart, end: link.sentenceEnd, at: link.start }),
    );
  }
  for (const { scene, concept, start, end } of [...namedConcepts(parts), ...titled]) {
    const row = rowOf(drafts.mentions, { kind: 'mentions', from: sceneId(scene), to: concept.id });
    if (end > start) addQuote(row, places({ scene, start, end, at: start }));
  }
  return {
    sourceId: ids.id,
    links: [...drafts.links_to.values()],
    cites: [...drafts.cites.values()],
    mentions: [...drafts.mentions.values()],
  };
}

function rowOf(rows: Map<string, LinkRow>, of: { kind: string; from: string; to: string }): LinkRow {
  const id = deriveId('link', of.from, of.kind, of.to, 'vault');
  const known = rows.get(id);
  if (known) return known;
  const row: LinkRow = {
    id,
    from: of.from,
    to: of.to,
    embed: null,
    evidencePassages: [],
    evidenceStarts: [],
    evidenceEnds: [],
  };
  rows.set(id, row);
  return row;
}

type Quote = { passage: string; start: number; end: number } | null;

function addQuote(row: LinkRow, quote: Quote): void {
  if (!quote || row.evidencePassages.length >= mostQuotes) return;
  const isThere = row.evidencePassages.some(
    (passage, index) => passage === quote.passage && row.evidenceStarts[index] === quote.start,
  );
  if (isThere) return;
  row.evidencePassages.push(quote.passage);
  row.evidenceStarts.push(quote.start);
  row.evidenceEnds.push(quote.end);
}

/** Where a stretch of the file stands in its passages: offsets into the passage's text, so that an edit above moves nothing. */
function placesOf({ passages }: SourceParts, ids: RowIds) {
  const passageIds = passageIdsOf(passages, ids);
  return (of: { scene: number; start: number; end: number; at: number }): Quote => {
    const holds = (at: number) => passages.findIndex((passage) => at >= passage.start && at < passage.end);
    const inSentence = of.at >= of.start && of.at < of.end;
    const index = holds(inSentence ? of.at : of.start);
    const passage = passages[index];
    const id = passageIds[index];
    if (!passage || id === undefined) return null;
    const start = Math.max(of.start, passage.start) - passage.start;
    const end = Math.min(of.end, passage.end) - passage.start;
    return end > start ? { passage: id, start, end } : null;
  };
}

function distinct<T extends { id: string }>(rows: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}
