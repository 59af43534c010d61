import { z } from 'zod';
import { isAppError } from '../../graph-schema/app-error.ts';
import type { Vector } from '../../scenes/formula/vectors.ts';
import type { Models } from '../../models/models.ts';
import type { Graph } from '../graph/graph.ts';
import { readTitles } from './formula.cypher.ts';
import type { Found } from './formula-protocol.ts';

/** Free words of formulas as vectors, and what all short texts have in common. */
export interface ShortTexts {
  place(words: string): Promise<Found>;
  /** Vectors of some titles of the field; those that are kept while no model answers. */
  samples(): Promise<Vector[]>;
}

/** So many titles tell where short texts lie; so many words are remembered. */
const [titles, remembered] = [48, 300];
const patienceMs = 30_000;
const Title = z.object({ title: z.string(), vector: z.array(z.number()).nullable() });

export function createShortTexts({ graph, models }: { graph: Graph; models: Models }): ShortTexts {
  const known = new Map<string, Vector>();
  const modelId = () => models.presence().find(({ role }) => role === 'embed')?.id ?? '';
  let sampled: { model: string; vectors: Vector[] } | null = null;

  const embed = async (texts: readonly string[]): Promise<Vector[]> => {
    const { vectors } = await models.embed(texts, 'passage', { priority: 'person', purpose: 'titles' });
    return vectors;
  };
  /** One that is on its way is waited for, and a command's is loaded for it. */
  const canAnswer = async (): Promise<boolean> => {
    const state = models.presence().find(({ role }) => role === 'embed')?.state.state;
    if (state === 'ready') return true;
    if (state === undefined || state === 'none' || state === 'failed') return false;
    return models.ready('embed', AbortSignal.timeout(patienceMs)).then(
      () => true,
      () => false,
    );
  };

  return {
    async place(words) {
      const key = `${modelId()} ${words}`;
      const missing: Found = { type: 'missing', code: 'text_without_model', values: {} };
      if (!known.has(key)) {
        if (!(await canAnswer())) return missing;
        try {
          const [vector] = await embed([words]);
          if (vector) known.set(key, vector);
        } catch (error) {
          if (!isAppError(error)) throw error;
          return missing;
        }
        const [oldest] = known.keys();
        if (known.size > remembered && oldest !== undefined) known.delete(oldest);
      }
      const vector = known.get(key);
      return vector ? { type: 'words', vector, own: [], names: [] } : missing;
    },
    async samples() {
      const model = modelId();
      if (sampled?.model === model) return sampled.vectors;
      const rows = z
        .array(Title)
        .parse(await graph.read((tx) => tx.run(readTitles, { model, limit: titles })));
      const kept = rows.flatMap(({ vector }) => (vector === null ? [] : [Float32Array.from(vector)]));
      const unknown = rows.flatMap(({ title, vector }) => (vector === null ? [title] : []));
      if (unknown.length > 0 && !(await canAnswer())) return kept;
      const vectors = [...kept, ...(unknown.length === 0 ? [] : await embed(unknown))];
      sampled = { model, vectors };
      return vectors;
    },
  };
}
