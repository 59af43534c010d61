import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { answerable, type Fit, fitOf, mostSources } from '../../server/conversation/answerable.ts';
import { type Found, findPassages } from '../../server/conversation/find-passages.ts';
import { rankPassages } from '../../server/search/search.ts';
import type { LabelledQuestion } from './labelled.ts';
import type { OpenedTalk } from './open-talk.ts';
import { readPlaces } from './places.cypher.ts';

/** One question as the field answers it, and as plain nearest vectors do. */
export interface Asked {
  question: LabelledQuestion;
  /** place of the right passage among those found, from 0; −1: it is not */
  place: number;
  probability: number;
  fit: Fit;
  plain: { place: number; cosine: number };
  found: Found;
}

const depth = 50;
const Place = z.object({ id: z.string(), path: z.string(), start: z.int(), end: z.int() });

export async function askAll(talk: OpenedTalk, questions: readonly LabelledQuestion[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const question of questions) {
    await checkSource(talk.folder, question);
    const { question: text } = question;
    const found = await findPassages(talk.deps, { text, vaultId: null, selected: [], now: new Date(0) });
    const vectors = await rankPassages(talk.deps, { text, limit: depth, mode: 'vector' });
    const ids = found.passages.map(({ id }) => id);
    const plain = vectors.passages.map(({ id }) => id);
    const places = await placesOf(talk, [...ids, ...plain]);
    const isRight = (id: string): boolean => {
      const place = places.get(id);
      if (question.path === null || place === undefined) return false;
      return place.path === question.path && place.start < question.end && place.end > question.start;
    };
    const fit = fitOf(found);
    asked.push({
      question,
      place: ids.findIndex(isRight),
      probability: answerable(fit),
      fit,
      plain: { place: plain.findIndex(isRight), cosine: await bestCosine(talk, text) },
      found,
    });
  }
  return asked;
}

/** Share of the questions with an answer whose passage is among the first five. */
export function shareInFirst(asked: readonly Asked[], place: (one: Asked) => number): number {
  const answered = asked.filter(({ question }) => question.path !== null);
  return answered.filter((one) => place(one) >= 0 && place(one) < mostSources).length / answered.length;
}

async function bestCosine({ deps }: OpenedTalk, text: string): Promise<number> {
  const { vectors, model } = await deps.models.embed([text], 'query');
  const [vector] = vectors;
  const best = vector && (await deps.nearest.nearest(model, { vector, k: 1, vaultId: null }));
  return 2 * (best?.[0]?.score ?? 0.5) - 1;
}

async function placesOf({ deps }: OpenedTalk, ids: readonly string[]) {
  const rows = await deps.graph.read((tx) => tx.run(readPlaces, { ids }));
  return new Map(
    z
      .array(Place)
      .parse(rows)
      .map((row) => [row.id, row]),
  );
}

/** A label says nothing of another text. */
async function checkSource(folder: string, question: LabelledQuestion): Promise<void> {
  if (question.path === null) return;
  const bytes = await readFile(path.join(folder, question.path));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== question.sha256) throw new Error(`${question.path} is another text than the labelled one`);
}
