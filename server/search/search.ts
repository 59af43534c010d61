import { z } from 'zod';
import { SceneId } from '../../graph-schema/ids.ts';
import type { SearchHit } from '../../graph-schema/views/search-hit.ts';
import { Speaker } from '../../graph-schema/views/speaker.ts';
import type { Models } from '../../models/models.ts';
import type { Graph } from '../graph/graph.ts';
import { plainText } from '../vault/parse/plain-text.ts';
import { fuseRanks, type RankedList } from './fuse-ranks.ts';
import { lightWords, tellingStems } from './light-words.ts';
import { fuzzyQuery, luceneQuery, narrowedQuery } from './lucene-query.ts';
import { createNarrow, keepFiltered, titlePrefix } from './narrow.ts';
import type { Nearest } from './knn/open-nearest.ts';
import { type FoundByMeaning, type Meaning, nearestPassages } from './nearest-passages.ts';
import { isFiltered, type Question, readQuestion } from './question.ts';
import { type RankedTitles, rankTitles } from './rank-titles.ts';
import { spreadOverNotes } from './spread-over-notes.ts';
import { findPassages, findPassing, findTitles, readPassages, readTitled } from './search.cypher.ts';

export interface SearchDeps {
  graph: Graph;
  models: Models;
  /** without it the graph's own index answers */
  nearest?: Nearest;
}

export interface SearchInput {
  text: string;
  limit: number;
  mode: 'text' | 'vector' | 'fused';
  vaultId?: string | undefined;
}

export interface SearchResult {
  hits: SearchHit[];
  seconds: number;
  meaning: Meaning;
}

const Found = z.array(z.object({ id: z.string(), score: z.number() }));
const Titled = z.array(z.object({ id: z.string(), names: z.array(z.string()), isRoot: z.boolean() }));
const HitRow = z.object({
  id: z.string(),
  sceneId: SceneId,
  rootId: SceneId,
  title: z.string(),
  vault: z.string().nullable(),
  path: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  speaker: Speaker.nullable(),
});
type HitRow = z.infer<typeof HitRow>;
/** `isTitle`: by its title alone. */
interface FoundScene {
  row: HitRow;
  score: number;
  isTitle: boolean;
}

/** A title hit is worth somewhat more than a passage with the same words. */
const weights = { text: 1, title: 1.2 } as const;
/** Up to so many words are looked for; of a whole sentence the meaning is, and one that a passage happens to have says little. */
const mostWords = 3;
/** So many times more are looked at where filters leave most of them out. */
const filteredDepth = 20;

/**
 * Passages and titles for a question, best first, one hit a scene: full text in both languages' word forms and nearest vectors, fused
 * by reciprocal rank. `fused` works without a model (text alone) and without the words (vectors alone).
 * @throws AppError model_not_ready in mode `vector` where no embedding model is ready
 */
export async function search(deps: SearchDeps, input: SearchInput): Promise<SearchResult> {
  const started = performance.now();
  const question = readQuestion(input.text);
  const { ranked, meaning } = await rankAll(deps, question, input);
  const rows = await readHits(
    deps.graph,
    ranked.slice(0, input.limit * 4).map(({ id }) => id),
  );
  const stems = tellingStems(question.text);
  const isWanted = createNarrow(question);
  const hits = oneAScene(ranked, rows)
    .filter(({ row }) => isWanted(`${row.title}\n${row.text}`))
    .slice(0, input.limit)
    .map((found) => hitOf(found, stems));
  return { hits, seconds: (performance.now() - started) / 1000, meaning };
}

/** What fits a question before it is gathered by scene, best first: ids of passages, and of scenes that are called so. Throws as `search`. */
export async function rankPassages(
  deps: SearchDeps,
  input: SearchInput,
): Promise<{ passages: { id: string; score: number }[]; titled: { id: string; score: number }[] }> {
  const { ranked } = await rankAll(deps, readQuestion(input.text), input);
  const titled = ranked.filter(({ id }) => id.startsWith(titlePrefix));
  return {
    passages: ranked.filter(({ id }) => !id.startsWith(titlePrefix)).slice(0, input.limit),
    titled: titled.map(({ id, score }) => ({ id: id.slice(titlePrefix.length), score })),
  };
}

async function rankAll(deps: SearchDeps, question: Question, input: SearchInput) {
  const { lists, meaning } =
    question.text === ''
      ? await listPassing(deps.graph, question, input)
      : await findLists(deps, question, input);
  return { ranked: fuseRanks(lists.filter(({ ids }) => ids.length > 0)), meaning };
}

async function findLists(deps: SearchDeps, question: Question, input: SearchInput): Promise<FoundByMeaning> {
  const filtered = isFiltered(question.filters);
  const wide = (input.vaultId === undefined ? 1 : 4) * (filtered ? filteredDepth : 1);
  const depth = Math.max(50, input.limit * 3) * wide;
  const vectors =
    input.mode === 'text'
      ? Promise.resolve({ lists: [], meaning: 'none' } as const)
      : nearestPassages(deps, { ...input, text: question.text }, depth);
  const words =
    input.mode === 'vector' ? Promise.resolve([]) : findWords(deps.graph, question, { input, depth });
  const [byWords, { lists: byMeaning, meaning }] = await Promise.all([words, vectors]);
  const lists = [...byWords, ...byMeaning];
  return { lists: filtered ? await keepFiltered(deps.graph, lists, question.filters) : lists, meaning };
}

interface Search {
  input: SearchInput;
  depth: number;
}

/** The words as written; where they find nothing, words a letter or two off. */
async function findWords(graph: Graph, question: Question, { input, depth }: Search): Promise<RankedList[]> {
  const asked = narrowedQuery(luceneQuery(question.text), question);
  const found = asked === null ? [] : await findByWords(graph, asked, { question, input, depth });
  if (found.some(({ ids }) => ids.length > 0)) return found;
  const near = narrowedQuery(fuzzyQuery(question.text), question);
  return near === null ? [] : findByWords(graph, near, { question, input, depth });
}

async function listPassing(
  graph: Graph,
  { filters }: Question,
  { vaultId, limit }: SearchInput,
): Promise<FoundByMeaning> {
  if (!isFiltered(filters)) return { lists: [], meaning: 'none' };
  const rows = await graph.read((tx) => tx.run(findPassing, { filters, limit, vaultId: vaultId ?? null }));
  const ids = rows.map(({ id }) => titlePrefix + String(id));
  return { lists: [{ ids, weight: weights.title }], meaning: 'none' };
}

function hitOf({ row, score, isTitle }: FoundScene, stems: ReadonlySet<string>): SearchHit {
  const { id: _, ...hit } = row;
  const shown = plainText(row.text);
  const lit = lightWords(shown, stems);
  return { ...hit, shown, score, lit, by: lit.length > 0 ? 'words' : isTitle ? 'title' : 'meaning' };
}

async function findByWords(
  graph: Graph,
  query: string,
  { question, input, depth }: Search & { question: Question },
): Promise<RankedList[]> {
  const parameters = { query, limit: depth, vaultId: input.vaultId ?? null };
  // side by side: a person waits for the slower of the two, at each key
  const find = (cypher: string, index: string) =>
    graph.read((tx) =>
      inEach(question.text, (language) => tx.run(cypher, { ...parameters, index: `${index}_${language}` })),
    );
  const [passages, titles] = await Promise.all([
    find(findPassages, 'passage_text'),
    find(findTitles, 'scene_title'),
  ]);
  const weight = weights.text * Math.min(1, mostWords / tellingStems(question.text).size);
  return [
    { ids: bestOf(passages.map((rows) => Found.parse(rows))), weight },
    ...titleLists(rankTitles(Titled.parse(titles.flat()), question.text)),
  ];
}

/** Asks the indexes that can find a form of the words: each knows its own script's, and holds the other's words as they are written. */
function inEach<T>(text: string, ask: (language: 'ru' | 'en') => Promise<T>): Promise<T[]> {
  const isRussian = /\p{Script=Cyrillic}/u.test(text);
  const isEnglish = !isRussian || /\p{Script=Latin}/u.test(text);
  return Promise.all([...(isRussian ? [ask('ru')] : []), ...(isEnglish ? [ask('en')] : [])]);
}

/** A scene that is called just what was asked is what was meant. */
function titleLists({ ids, exact }: RankedTitles): RankedList[] {
  const listOf = (list: string[]) => ({ ids: list.map((id) => titlePrefix + id), weight: weights.title });
  return [listOf(ids), listOf(exact)];
}

/** One list of two analyzers' finds: each list's scores by its own best, the better of both counts. */
function bestOf(lists: readonly z.infer<typeof Found>[]): string[] {
  const best = new Map<string, number>();
  for (const list of lists) {
    const top = list[0]?.score ?? 1;
    for (const { id, score } of list) best.set(id, Math.max(best.get(id) ?? 0, score / top));
  }
  return [...best].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}

async function readHits(graph: Graph, ids: readonly string[]): Promise<Map<string, HitRow>> {
  const titled = ids.filter((id) => id.startsWith(titlePrefix));
  const passages = ids.filter((id) => !id.startsWith(titlePrefix));
  const read = (cypher: string, wanted: readonly string[]) =>
    wanted.length === 0 ? [] : graph.read((tx) => tx.run(cypher, { ids: wanted }));
  const [ofPassages, ofTitles] = await Promise.all([
    read(readPassages, passages),
    read(
      readTitled,
      titled.map((id) => id.slice(titlePrefix.length)),
    ),
  ]);
  const rows = [
    ...z.array(HitRow).parse(ofPassages),
    ...z
      .array(HitRow)
      .parse(ofTitles)
      .map((row) => ({ ...row, id: titlePrefix + row.id })),
  ];
  return new Map(rows.map((row) => [row.id, row]));
}

/** A scene's best passage stands for it; being found by more than one way adds up. */
function oneAScene(
  ranked: readonly { id: string; score: number }[],
  rows: ReadonlyMap<string, HitRow>,
): FoundScene[] {
  const scenes = new Map<string, FoundScene>();
  for (const { id, score } of ranked) {
    const row = rows.get(id);
    if (!row) continue;
    const isTitle = id.startsWith(titlePrefix);
    const known = scenes.get(row.sceneId);
    if (!known) scenes.set(row.sceneId, { row, score, isTitle });
    else if (known.isTitle !== isTitle) {
      // the passage with the words is a better quote than the scene's first
      scenes.set(row.sceneId, { row: isTitle ? known.row : row, score: known.score + score, isTitle: false });
    }
  }
  return spreadOverNotes(withoutTwins([...scenes.values()].sort((a, b) => b.score - a.score)));
}

/** A note and its heading of the same name say one thing twice: the better of the two stays. */
function withoutTwins<Hit extends { row: HitRow }>(hits: readonly Hit[]): Hit[] {
  const notes = new Map(
    hits.filter(({ row }) => row.sceneId === row.rootId).map((hit) => [hit.row.rootId, hit]),
  );
  const shown = new Set<string>();
  return hits.filter(({ row }) => {
    if (notes.get(row.rootId)?.row.title !== row.title) return true;
    const isFirst = !shown.has(row.rootId);
    shown.add(row.rootId);
    return isFirst;
  });
}
