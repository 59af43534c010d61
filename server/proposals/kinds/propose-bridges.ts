import { z } from 'zod';
import { contentStems } from '../../../models/words/stem.ts';
import { plainText } from '../../vault/parse/plain-text.ts';
import { pairKey } from '../pair-key.ts';
import type { ProposeDeps } from '../deps.ts';
import type { StoredDraft } from '../drafts/stored-draft.ts';
import type { Dropped } from '../queue/dropped.ts';
import type { ProposalRow } from '../queue/proposal-row.ts';
import type { ProposeRun } from '../queue/propose-links.ts';
import { storeProposals, tidyQueue } from '../queue/write-proposals.ts';
import type { Finding, Quoted } from './finding.ts';
import { findingRow } from './finding-row.ts';
import { readAcross } from './kinds.cypher.ts';

const version = 'bridge-1';
/** One link is a link: a scene is worth writing where several ask for it. */
const fewestLinks = 2;
const mostQuotes = 8;
/** Notes that must say the word that a bridge is about. */
const fewestNotes = 3;
const commonShare = 0.1;

const Across = z.object({
  fromId: z.string(),
  toId: z.string(),
  fromTitle: z.string(),
  toTitle: z.string(),
  a: z.string(),
  b: z.string(),
  aName: z.string(),
  bName: z.string(),
  score: z.number(),
  passages: z.array(z.string()),
  starts: z.array(z.int()),
  ends: z.array(z.int()),
  texts: z.array(z.string()),
  roots: z.array(z.string()),
  sides: z.array(z.enum(['from', 'to'])),
});
type Across = z.infer<typeof Across>;

/**
 * A scene that would join two regions: where several links between the same two wait for a decision, their quotes are its text, each with its source. What it measures is how many links wait
 * there and how wide the gap is; it compares nothing itself. Its quotes are those that a link is shown with.
 */
export async function proposeBridges(
  { graph, gapWidths }: Pick<ProposeDeps, 'graph' | 'gapWidths'>,
  { scope, limit, onStored }: ProposeRun,
): Promise<{ ids: string[]; dropped: Dropped }> {
  const rows = z
    .array(Across)
    .parse(await graph.read((tx) => tx.run(readAcross, { vaultId: scope.vaultId })));
  const pairs = new Map<string, Across[]>();
  for (const row of rows) {
    const key = pairKey(row.a, row.b);
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  const isCommon = commonStems(rows);
  const widths = pairs.size > 0 ? await gapWidths?.() : undefined;
  const bridges = [...pairs]
    .flatMap(([key, links]) => {
      const wide = widths?.get(key) ?? 0;
      return links.length >= fewestLinks ? (bridgeRow(key, { links, wide, isCommon }) ?? []) : [];
    })
    .filter(
      ({ evidenceRoots }) =>
        scope.roots === null || evidenceRoots.some((root) => scope.roots?.has(root) === true),
    )
    .toSorted((x, y) => y.score - x.score);
  const ids = await storeProposals(graph, bridges.slice(0, limit));
  const dropped = await tidyQueue(graph, 'scene');
  onStored?.(ids);
  return { ids, dropped };
}

/**
 * The quotes of all links between two regions that say one and the same word, the one that most notes of both sides say: the rest would make a text about everything.
 * None where fewer than three notes say it.
 */
function ofOneSubject(quotes: readonly Quoted[], isCommon: (stem: string) => boolean): Quoted[] {
  const saying = new Map<string, Quoted[]>();
  for (const quote of quotes)
    for (const stem of new Set(stemsIn([quote.text])))
      if (!isCommon(stem)) saying.set(stem, [...(saying.get(stem) ?? []), quote]);
  const notes = (own: readonly Quoted[]) => new Set(own.map(({ root }) => root)).size;
  const isTwoSided = (own: readonly Quoted[]) => new Set(own.map(({ side }) => side)).size === 2;
  const best = [...saying.values()]
    .filter((own) => isTwoSided(own) && notes(own) >= fewestNotes)
    .toSorted((x, y) => notes(y) - notes(x))[0];
  return best ?? [];
}

/** Words in so many of all the quotes are nobody's subject. */
function commonStems(links: readonly Across[]): (stem: string) => boolean {
  const counts = new Map<string, number>();
  for (const link of links)
    for (const stem of new Set(stemsIn(link.texts))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => (counts.get(stem) ?? 0) > Math.max(6, commonShare * links.length);
}

function stemsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => contentStems(plainText(text)));
}

function bridgeRow(
  key: string,
  { links, wide, isCommon }: { links: readonly Across[]; wide: number; isCommon: (stem: string) => boolean },
): ProposalRow | null {
  const [first] = links;
  if (first === undefined) return null;
  const quotes = ofOneSubject(distinct(links.flatMap((link) => quotesOf(link, first))), isCommon).slice(
    0,
    mostQuotes,
  );
  const [from, to] = [titleOf(links, quotes, 'from'), titleOf(links, quotes, 'to')];
  if (from === null || to === null) return null;
  const signals = { pairs: Math.log2(links.length), wide: 2 * wide };
  const finding: Finding = {
    from: from.id,
    to: to.id,
    key: `bridge ${key}`,
    name: `${from.title} — ${to.title}`,
    // after every scene that notes call for: of 17 bridges a reader took none
    score: 1 - 1 / (1 + signals.pairs + signals.wide),
    quotes,
    signals,
  };
  const draft: StoredDraft = quotes.map(({ passageId, start, end, text }) => ({
    text: plainText(text),
    by: 'template',
    quotes: [{ passageId, start, end }],
  }));
  return {
    ...findingRow('scene', finding, version),
    draft: JSON.stringify(draft),
    draftPassages: quotes.map(({ passageId }) => passageId),
  };
}

/** Sides are the regions', whichever way the link goes. */
function quotesOf(link: Across, first: Across): Quoted[] {
  const isTurned = link.a !== first.a;
  return link.passages.map((passageId, at) => {
    const side = link.sides[at] ?? 'from';
    return {
      side: isTurned ? (side === 'from' ? 'to' : 'from') : side,
      root: link.roots[at] ?? '',
      passageId,
      start: link.starts[at] ?? 0,
      end: link.ends[at] ?? 0,
      text: link.texts[at] ?? '',
    };
  });
}

function distinct(quotes: readonly Quoted[]): Quoted[] {
  return quotes.filter(({ text }, at) => quotes.findIndex((other) => other.text === text) === at);
}

/** The note of the first quote of a side. */
function titleOf(
  links: readonly Across[],
  quotes: readonly Quoted[],
  side: Quoted['side'],
): { id: string; title: string } | null {
  const root = quotes.find((quote) => quote.side === side)?.root;
  const link = links.find(({ fromId, toId }) => fromId === root || toId === root);
  if (root === undefined || link === undefined) return null;
  return { id: root, title: link.fromId === root ? link.fromTitle : link.toTitle };
}
