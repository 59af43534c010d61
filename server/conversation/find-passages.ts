import { z } from 'zod';
import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import { PassageId, SceneId } from '../../graph-schema/ids.ts';
import type { Models } from '../../models/models.ts';
import { contentStems } from '../../models/words/stem.ts';
import { rankPassages, type SearchDeps } from '../search/search.ts';
import { isWithin, readPeriod } from './read-period.ts';
import { readNeighbours, readPassages, readPassagesOf } from './retrieval.cypher.ts';
import { type AskedWord, coverage, weighWords } from './word-weights.ts';

export interface Asked {
  /** words to look for; may hold the search box's operators */
  text: string;
  vaultId: string | null;
  /** scenes that the person selected: looked into first */
  selected: readonly string[];
  now: Date;
}

const Row = z.object({
  id: PassageId,
  sceneId: SceneId,
  rootId: SceneId,
  title: z.string(),
  rootTitle: z.string(),
  vault: z.string().nullable(),
  path: z.string(),
  start: z.int(),
  text: z.string(),
  hash: z.string(),
  at: z.string().nullable(),
  regionId: z.string().nullable(),
  likeness: z.number().nullable(),
});

/** Why a passage was found; each 0 … 1 and higher for better. */
export interface Signals {
  /** place in the fused search */
  rank: number;
  /** share of the question's telling words that stand in it, and in it or its titles */
  words: number;
  titled: number;
  /** share that is the whole title of its scene or note */
  named: number;
  /** cosine of its vector with the question's; null while it has none */
  cosine: number | null;
  /** how many of the best notes it is linked with */
  linked: number;
  region: boolean;
  selected: boolean;
  period: boolean;
}

export type FoundPassage = z.infer<typeof Row> & { signals: Signals; score: number };

export interface Found {
  passages: FoundPassage[];
  words: AskedWord[];
}

const [depth, mostTitled, eachTitled, mostSelected, mostOfRoot] = [60, 6, 12, 20, 3];
/** Of the best notes so many say which region and which neighbours are meant. */
const leaders = 6;

/** Fitted by `bench conversation` on half of its questions. */
const worth = {
  rank: 0.9,
  words: 0.9,
  titled: 0.8,
  named: 0.5,
  cosine: 1,
  linked: 0.1,
  region: 0.05,
  selected: 1,
  period: 0.3,
};
/** Cosines of this family of models crowd between these. */
const [leastCosine, mostCosine] = [0.78, 0.92];

/**
 * Passages that may hold the answer, best first: full text and vectors fused, then weighed by the words that they have, their likeness, their links with
 * the other finds, their region, the person's selection and the time that is asked about. Talks with the field are never among them.
 */
export async function findPassages(deps: SearchDeps, asked: Asked): Promise<Found> {
  const { graph } = deps;
  const models = embeddingOnce(deps.models);
  const [words, found, probe] = await Promise.all([
    weighWords(graph, asked.text),
    rankPassages(
      { ...deps, models },
      {
        text: asked.text,
        limit: depth,
        mode: 'fused',
        ...(asked.vaultId !== null && { vaultId: asked.vaultId }),
      },
    ),
    embedQuestion(models, asked.text),
  ]);
  const titled = found.titled.slice(0, mostTitled).map(({ id }) => id);
  const scope = { ...probe, vaultId: asked.vaultId, without: conversationsVaultId };
  const rows = await graph.read(async (tx) => [
    ...(await tx.run(readPassages, { ...scope, ids: found.passages.map(({ id }) => id) })),
    ...(await tx.run(readPassagesOf, { ...scope, ids: titled, each: eachTitled })),
    ...(await tx.run(readPassagesOf, {
      ...scope,
      ids: asked.selected.slice(0, mostSelected),
      each: eachTitled,
    })),
  ]);
  const passages = [
    ...new Map(
      z
        .array(Row)
        .parse(rows)
        .map((row) => [row.id, row]),
    ).values(),
  ];
  const ranks = new Map<string, number>([
    ...found.titled.map(({ id, score }) => [id, score / 2] as const),
    ...found.passages.map(({ id, score }) => [id, score] as const),
  ]);
  const period = readPeriod(asked.text, asked.now);
  const weighed = passages.map((row): FoundPassage => {
    const own = new Set(contentStems(row.text));
    const withTitles = new Set([...own, ...contentStems(`${row.title} ${row.rootTitle}`)]);
    const signals: Signals = {
      rank: ranks.get(row.id) ?? ranks.get(row.sceneId) ?? 0,
      words: coverage(words, own),
      titled: coverage(words, withTitles),
      named: Math.max(namedShare(row.title, words), namedShare(row.rootTitle, words)),
      cosine: row.likeness === null ? null : 2 * row.likeness - 1,
      linked: 0,
      region: false,
      selected: asked.selected.includes(row.sceneId) || asked.selected.includes(row.rootId),
      period: period !== null && isWithin(period, row.at),
    };
    return { ...row, signals, score: scoreOf(signals) };
  });
  const near = await addNeighbourhood(deps, weighed);
  return { passages: spread(near), words };
}

export function scoreOf({
  rank,
  words,
  titled,
  named,
  cosine,
  linked,
  region,
  selected,
  period,
}: Signals): number {
  const likeness = Math.min(
    1,
    Math.max(0, ((cosine ?? leastCosine) - leastCosine) / (mostCosine - leastCosine)),
  );
  return (
    worth.rank * rank +
    worth.words * words +
    worth.titled * titled +
    worth.named * named +
    worth.cosine * likeness +
    worth.linked * linked +
    worth.region * Number(region) +
    worth.selected * Number(selected) +
    worth.period * Number(period)
  );
}

/** The region and the neighbours of the best notes: what is joined to them goes before what stands alone. */
async function addNeighbourhood(
  deps: SearchDeps,
  passages: readonly FoundPassage[],
): Promise<FoundPassage[]> {
  const best = passages.toSorted(byScore);
  const roots = [...new Set(best.map(({ rootId }) => rootId))].slice(0, leaders);
  const rows = await deps.graph.read((tx) => tx.run(readNeighbours, { ids: roots }));
  const neighbours = new Map<string, Set<string>>();
  for (const { from, to } of z.array(z.object({ from: z.string(), to: z.string() })).parse(rows))
    neighbours.set(to, (neighbours.get(to) ?? new Set()).add(from));
  const regionId = best.find(({ rootId }) => rootId === roots[0])?.regionId ?? null;
  return best
    .map((passage) => {
      const signals = {
        ...passage.signals,
        linked: (neighbours.get(passage.rootId)?.size ?? 0) / leaders,
        region: regionId !== null && passage.regionId === regionId,
      };
      return { ...passage, signals, score: scoreOf(signals) };
    })
    .toSorted(byScore);
}

/** One text only once, and of one note no more than a few before the others. */
function spread(passages: readonly FoundPassage[]): FoundPassage[] {
  const [seen, ofRoot] = [new Set<string>(), new Map<string, number>()];
  const unlike = passages.filter(({ hash }) => !seen.has(hash) && seen.add(hash));
  const isEarly = ({ rootId }: FoundPassage) => {
    const count = (ofRoot.get(rootId) ?? 0) + 1;
    ofRoot.set(rootId, count);
    return count <= mostOfRoot;
  };
  const early = new Set(unlike.filter(isEarly));
  return [...early, ...unlike.filter((passage) => !early.has(passage))];
}

function byScore(a: FoundPassage, b: FoundPassage): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** What of the question a title is, where the question names it whole. */
function namedShare(title: string, words: readonly AskedWord[]): number {
  const asked = new Set(words.map(({ stem }) => stem));
  const stems = contentStems(title);
  return stems.length > 0 && stems.every((stem) => asked.has(stem)) ? coverage(words, new Set(stems)) : 0;
}

/** A person waits: a model that is busy with something else is not waited for longer. */
const patienceMs = 6000;

/** The search and the weighing ask for the vector of the same question: it is made once. */
function embeddingOnce(models: Models): Models {
  const made = new Map<string, ReturnType<Models['embed']>>();
  return {
    ...models,
    embed(texts, kind, options) {
      const key = JSON.stringify([kind, texts]);
      const known = made.get(key);
      if (known) return known;
      const signal = AbortSignal.timeout(patienceMs);
      const asked = models.embed(texts, kind, { ...options, purpose: 'question', signal });
      made.set(key, asked);
      return asked;
    },
  };
}

async function embedQuestion(models: Models, text: string) {
  const nothing = { vector: null, model: null };
  const isReady = models.presence().some(({ role, state }) => role === 'embed' && state.state === 'ready');
  if (!isReady || text.trim() === '') return nothing;
  try {
    const { vectors, model } = await models.embed([text], 'query', { priority: 'person' });
    return { vector: vectors[0] ?? null, model };
  } catch {
    return nothing;
  }
}
