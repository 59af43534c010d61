import { z } from 'zod';
import { SceneId } from '../../graph-schema/ids.ts';
import type { Gap } from '../../graph-schema/views/gap.ts';
import { type FieldGraph, type FieldScene, neighboursOf } from '../field/field-graph.ts';
import { groupBy } from '../field/group-by.ts';
import type { Graph } from '../graph/graph.ts';
import { lightWords, stemSet } from '../search/light-words.ts';
import { allWordsQuery } from '../search/lucene-query.ts';
import { createSentenceReader } from '../vault/parse/sentences.ts';
import { plainText } from '../vault/parse/plain-text.ts';
import { findTold, readCalls } from './gaps.cypher.ts';
import type { RegionPair } from './region-matrix.ts';

export type Quote = Gap['evidence'][number];

export const Place = z.object({
  sceneId: SceneId,
  title: z.string(),
  path: z.string(),
  passageStart: z.int(),
  text: z.string(),
});
const CallRow = Place.extend({ missingId: z.string(), start: z.int(), end: z.int() });
const ToldRow = Place.extend({ at: z.int(), rootId: z.string() });

const quotesOfScene = 4;
/** Main scenes of the one region whose titles are looked for in the other. */
const titlesAsked = 3;
const quotesOfPair = 2;

/** Missing scene → the sentences that call for it. */
export async function readCallQuotes(graph: Graph, ids: readonly string[]): Promise<Map<string, Quote[]>> {
  if (ids.length === 0) return new Map();
  const rows = z
    .array(CallRow)
    .parse(await graph.read((tx) => tx.run(readCalls, { ids, quotes: quotesOfScene })));
  const quotes = new Map<string, Quote[]>();
  for (const row of rows) {
    const known = quotes.get(row.missingId) ?? [];
    known.push(quoteOf(row, row.start, row.end));
    quotes.set(row.missingId, known);
  }
  return quotes;
}

/** For each pair of regions: sentences of the one that name a main scene of the other without a link to it. */
export async function readTitleQuotes(
  graph: Graph,
  field: FieldGraph,
  pairs: readonly RegionPair[],
): Promise<Quote[][]> {
  const asks = pairs.flatMap(({ from, to }) => [asked(field, from, to), asked(field, to, from)]);
  const quotes: (Quote | null)[] = asks.map(() => null);
  for (const index of ['passage_text_ru', 'passage_text_en']) {
    const open = asks.flatMap(({ query, rootIds }, at) =>
      query === '' || quotes[at] ? [] : [{ at, query, rootIds }],
    );
    if (open.length === 0) break;
    const rows = z.array(ToldRow).parse(await graph.read((tx) => tx.run(findTold, { index, asks: open })));
    for (const [at, told] of groupBy(rows, (row) => row.at))
      quotes[at] = sentenceOf(field, told, asks[at]?.named ?? []);
  }
  return pairs.map((_, at) => quotes.slice(2 * at, 2 * at + quotesOfPair).filter((quote) => quote !== null));
}

interface Asked {
  named: readonly FieldScene[];
  query: string;
  rootIds: readonly string[];
}

/** Who of the one region names a main scene of the other. */
function asked(field: FieldGraph, inRegion: number, ofRegion: number): Asked {
  const rootIds = (field.regions[inRegion]?.members ?? []).map(({ id }) => id);
  const named = (field.regions[ofRegion]?.members.slice(0, titlesAsked) ?? []).filter(({ title }) =>
    allWordsQuery(title),
  );
  return { named, rootIds, query: named.map(({ title }) => `(${allWordsQuery(title) ?? ''})`).join(' OR ') };
}

function sentenceOf(
  field: FieldGraph,
  told: readonly z.infer<typeof ToldRow>[],
  named: readonly FieldScene[],
): Quote | null {
  for (const { id, title } of named) {
    const linked: ReadonlySet<string> = neighboursOf(field, id);
    const quote = told
      .filter(({ rootId }) => !linked.has(rootId))
      .flatMap((row) => sentenceNaming(row, title))[0];
    if (quote) return quote;
  }
  return null;
}

/** The sentence of a passage that has all the title's words, in any form. */
function sentenceNaming(row: z.infer<typeof Place>, title: string): Quote[] {
  const stems = stemSet(title);
  for (const { start, end } of createSentenceReader()(row.text, 0)) {
    const sentence = row.text.slice(start, end);
    const said = lightWords(sentence, stems).map((word) => sentence.slice(word.start, word.end));
    if (stemSet(said.join(' ')).size === stems.size) return [quoteOf(row, start, end)];
  }
  return [];
}

/** `start`, `end` are offsets into the passage; a quote's are into the source. */
export function quoteOf(place: z.infer<typeof Place>, start: number, end: number): Quote {
  const text = place.text.slice(start, end);
  return {
    sceneId: place.sceneId,
    title: place.title,
    path: place.path,
    start: place.passageStart + start,
    end: place.passageStart + end,
    text,
    shown: plainText(text),
  };
}
