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
  /** Vectors of some titles of the field; empty while no model answers. */
  samples(): Promise<Vector[]>;
}

/** So many titles tell where short texts lie; so many words are remembered. */
const [titles, remembered] = [48, 300];
const Title = z.object({ title: z.string() });

export function createShortTexts({ graph, models }: { graph: Graph; models: Models }): ShortTexts {
  const known = new Map<string, Vector>();
  const modelId = () => models.presence().find(({ role }) => role === 'embed')?.id ?? '';
  let sampled: { model: string; vectors: Vector[] } | null = null;

  const embed = async (texts: readonly string[]): Promise<Vector[]> => {
    const { vectors } = await models.embed(texts, 'passage', { priority: 'person' });
    return vectors;
  };
  const isReady = () =>
    models.presence().some(({ role, state }) => role === 'embed' && state.state === 'ready');

  return {
    async place(words) {
      const key = `${modelId()} ${words}`;
      const missing: Found = { type: 'missing', code: 'text_without_model', values: {} };
      if (!known.has(key)) {
        if (!isReady()) return missing;
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
      if (!isReady()) return [];
      const rows = await graph.read((tx) => tx.run(readTitles, { limit: titles }));
      const texts = z
        .array(Title)
        .parse(rows)
        .map(({ title }) => title);
      const vectors = texts.length === 0 ? [] : await embed(texts);
      sampled = { model, vectors };
      return vectors;
    },
  };
}
