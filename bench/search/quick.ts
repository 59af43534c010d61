import type { Models } from '../../models/models.ts';
import { type Peer, type Target, target } from '../result.ts';
import { fusedIndex, type QuickIndex, staticIndex, tfIdfIndex } from './quick/quick-indexes.ts';
import { readSample, spread } from './quick/sample.ts';
import { type Stems, stemTexts } from './quick/texts-as-stems.ts';

/** The full model's so many, and among how many of the quick index they are looked for. */
const [wanted, looked] = [20, 200];
const asked = 150;
/** Words are embedded, the most frequent first, for this share of what all passages took. */
const costShare = 1 / 20;
const atOnce = 16;

interface Question {
  stems: Map<number, number>;
  nearest: ReadonlySet<number>;
}

/**
 * Whether meaning can be searched before the passages are embedded: word vectors of the embedding model summed up (a), tf-idf with stems (b), both (c);
 * how many of the full model's nearest each has, asked by titles and by passages.
 */
export async function measureQuick(
  { folder, language, passages: most }: { folder: string; language: string; passages: number },
  { models, say }: { models: Models; say: (line: string) => void },
): Promise<{ targets: Target[]; peers: Peer[] }> {
  const { passages, titles } = await readSample(folder, most);
  const stems = stemTexts(passages);
  say(`quick ${language}: ${passages.length} passages, ${stems.forms.length} stems`);
  const full = await embedAll(models, passages, 'passage');
  const words = await embedWords(models, stems, full.seconds * costShare);
  say(`quick ${language}: ${full.seconds.toFixed(0)} s for all, ${words.size} stems in a twentieth of that`);
  const questions = {
    titles: await byTitles(models, { titles: spread(titles, asked), stems, vectors: full.vectors }),
    passages: byPassages(stems, full.vectors),
  };
  const [statics, tfIdf] = [staticIndex(stems, words), tfIdfIndex(stems)];
  const fused = fusedIndex(statics, tfIdf);
  const peers: Peer[] = [];
  const targets: Target[] = [];
  for (const [kind, list] of Object.entries(questions)) {
    const recall = recallOf(fused, list);
    const name = `quick index, ${language}, ${passages.length} passages, asked by ${kind}`;
    targets.push(target(`${name}: recall of both`, recall, ['', '>=', 0.95]));
    for (const [way, index] of [
      ['static', statics],
      ['tf-idf', tfIdf],
    ] as const) {
      const value = recallOf(index, list);
      peers.push({ name: `${name}: recall of ${way}`, value, unit: '', ratio: recall / value });
    }
    const chance = looked / passages.length;
    peers.push({ name: `${name}: by chance`, value: chance, unit: '', ratio: recall / chance });
  }
  return { targets, peers };
}

async function byTitles(
  models: Models,
  { titles, stems, vectors }: { titles: string[]; stems: Stems; vectors: Float32Array[] },
): Promise<Question[]> {
  const queries = (await embedAll(models, titles, 'query')).vectors;
  return titles.map((title, at) => ({
    stems: stems.read(title),
    nearest: nearestOf(vectors, queries[at] ?? new Float32Array()),
  }));
}

/** Each like the others, not like itself. */
function byPassages({ texts }: Stems, vectors: Float32Array[]): Question[] {
  return spread([...vectors.keys()], asked).map((at) => ({
    stems: texts[at] ?? new Map(),
    nearest: nearestOf(vectors, vectors[at] ?? new Float32Array(), at),
  }));
}

function recallOf(index: QuickIndex, questions: readonly Question[]): number {
  const shares = questions.map(({ stems, nearest }) => {
    const found = best(index(stems), looked);
    return found.filter((at) => nearest.has(at)).length / nearest.size;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function nearestOf(vectors: readonly Float32Array[], query: Float32Array, but = -1): ReadonlySet<number> {
  const scores = Float64Array.from(vectors, (vector, at) =>
    at === but ? -1 : vector.reduce((sum, value, d) => sum + value * (query[d] ?? 0), 0),
  );
  return new Set(best(scores, wanted));
}

function best(scores: Float64Array, count: number): number[] {
  return [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}

async function embedAll(models: Models, texts: readonly string[], kind: 'query' | 'passage') {
  const began = performance.now();
  const vectors: Float32Array[] = [];
  for (let first = 0; first < texts.length; first += atOnce)
    vectors.push(...(await models.embed(texts.slice(first, first + atOnce), kind)).vectors);
  return { vectors, seconds: (performance.now() - began) / 1000 };
}

async function embedWords(
  models: Models,
  { forms, counts }: Stems,
  seconds: number,
): Promise<Map<number, Float32Array>> {
  const order = [...forms.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const words = new Map<number, Float32Array>();
  const until = performance.now() + seconds * 1000;
  for (let first = 0; first < order.length && performance.now() < until; first += atOnce) {
    const some = order.slice(first, first + atOnce);
    const { vectors } = await models.embed(
      some.map((at) => forms[at] ?? ''),
      'passage',
    );
    for (const [index, vector] of vectors.entries()) words.set(some[index] ?? 0, vector);
  }
  return words;
}
