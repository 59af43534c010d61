import { z } from 'zod';
import { plainText } from '../../vault/parse/plain-text.ts';
import { pairKey } from '../pair-key.ts';
import type { ProposalDeps } from '../deps.ts';
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
const mostLinks = 4;

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
  { graph, gapBetween }: ProposalDeps,
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
  const widthOf = pairs.size > 0 ? await gapBetween?.() : undefined;
  const bridges = [...pairs]
    .filter(([, links]) => links.length >= fewestLinks)
    .map(([key, links]) => bridgeRow(key, links, widthOf?.(links[0]?.a ?? '', links[0]?.b ?? '') ?? 0))
    .filter(
      ({ evidenceRoots }) =>
        scope.roots === null || evidenceRoots.some((root) => scope.roots?.has(root) === true),
    )
    .toSorted((a, b) => b.score - a.score);
  const ids = await storeProposals(graph, bridges.slice(0, limit));
  const dropped = await tidyQueue(graph, 'scene');
  onStored?.(ids);
  return { ids, dropped };
}

function bridgeRow(key: string, links: readonly Across[], wide: number): ProposalRow {
  const [first] = links as [Across, ...Across[]];
  const quotes = distinct(links.slice(0, mostLinks).flatMap((link) => quotesOf(link, first)));
  const signals = { pairs: Math.log2(links.length), wide: 2 * wide };
  const finding: Finding = {
    from: first.fromId,
    to: first.toId,
    key: `bridge ${key}`,
    name: `${first.fromTitle} — ${first.toTitle}`,
    score: signals.pairs + signals.wide,
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
