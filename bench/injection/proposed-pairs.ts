import { createFindEvidence } from '../../server/proposals/evidence/find-evidence.ts';
import { trainRanker } from '../../server/proposals/fusion/ranker.ts';
import { linkRow } from '../../server/proposals/queue/link-rows.ts';
import { rankLinks } from '../../server/proposals/queue/rank-links.ts';
import { buildCorpusIndex } from '../../server/proposals/signals/corpus-index.ts';
import { corpusFromSources } from '../../server/proposals/signals/from-sources.ts';
import { wordSignals } from '../../server/proposals/signals/word-signals.ts';
import { parseSource } from '../../server/vault/parse/parse-source.ts';
import { resolveLinks } from '../../server/vault/resolve/resolve-links.ts';
import { scanVault } from '../../server/vault/scan.ts';

export interface Proposed {
  /** proposals with the note in them */
  own: number;
  /** the best pairs of other notes */
  others: Set<string>;
}

const [queue, bestOthers] = [40, 30];
const noTaste = { features: new Float64Array(), targets: new Map<string, number>() };

/** The queue of a vault, one of whose notes ends with the text. `{note}` in it becomes the title of a note that it does not link. */
export async function proposedPairs(
  folder: string,
  { at, text }: { at: number; text: string },
): Promise<Proposed> {
  const scan = await scanVault(folder, {});
  const victim = at % scan.sources.length;
  const linked = new Set(
    resolveLinks(scan.sources, scan.others).links.flatMap(({ source, to }) =>
      source === victim ? [to.source] : [],
    ),
  );
  const free = [...scan.sources.keys()]
    .map((step) => (victim + 7 + step) % scan.sources.length)
    .find((other) => other !== victim && !linked.has(other));
  const source = scan.sources[victim];
  if (source === undefined) throw new Error('no note');
  const named = text.replaceAll('{note}', scan.sources[free ?? 0]?.title ?? '');
  const sources = scan.sources.map((each, place) =>
    place === victim ? parseSource({ path: source.path, text: `${source.text}\n\n${named}\n` }) : each,
  );
  const corpus = corpusFromSources(sources, resolveLinks(sources, scan.others).links);
  const index = buildCorpusIndex(corpus);
  const ranker = await trainRanker(corpus, wordSignals, { seed: 1 })(wordSignals, { refit: false });
  const ranked = await rankLinks({
    index,
    signals: wordSignals,
    ranker,
    taste: noTaste,
    limit: 2 * queue,
    signal: undefined,
  });
  const findEvidence = createFindEvidence(index);
  const made = { weights: 'prior', models: [], seed: 1 };
  const shown = ranked.filter((pair) => 'row' in linkRow(index, pair, findEvidence, made));
  const isOwn = ({ source: from, target: to }: { source: number; target: number }) =>
    from === victim || to === victim;
  const others = shown.filter((pair) => !isOwn(pair)).toSorted((a, b) => b.score - a.score);
  return {
    own: shown.slice(0, queue).filter(isOwn).length,
    others: new Set(others.slice(0, bestOthers).map((pair) => `${pair.source} ${pair.target}`)),
  };
}
