import { z } from 'zod';
import { unitLength } from '../host/unit-length.ts';
import { callEndpoint, readJson } from './call-endpoint.ts';
import { answeredWith } from './endpoint-faults.ts';
import type { Endpoint } from './endpoint.ts';

const Answer = z.object({
  data: z.array(z.object({ index: z.int().min(0).optional(), embedding: z.array(z.number()) })),
  usage: z.object({ prompt_tokens: z.number() }).partial().optional(),
});

/** Texts of one call: a server on this machine should give way to a person soon. */
const atOnce = 16;

interface EmbedCall {
  texts: readonly string[];
  /** how long every vector must be; null: whatever the first has */
  dimensions: number | null;
  signal: AbortSignal | undefined;
  stallMs?: number | undefined;
  onVector: (index: number, vector: Float32Array<ArrayBuffer>, tokens: number) => void;
}

/** A unit-length vector for each text, handed out call by call. Gives back how long they are. @throws as `callEndpoint` */
export async function embedAt(endpoint: Endpoint, call: EmbedCall): Promise<number> {
  const { texts, signal, stallMs, onVector } = call;
  let { dimensions } = call;
  for (let first = 0; first < texts.length; first += atOnce) {
    const part = texts.slice(first, first + atOnce);
    const body = { model: endpoint.model ?? '', input: part, encoding_format: 'float' };
    const answer = await callEndpoint(endpoint, { path: 'embeddings', body, signal, stallMs });
    const parsed = Answer.safeParse(await readJson(endpoint, answer));
    if (!parsed.success) throw answeredWith(endpoint, 'no_vectors');
    const { data, usage } = parsed.data;
    const vectors = part.map((_, at) => (data.find(({ index }) => index === at) ?? data[at])?.embedding);
    const tokens = Math.round((usage?.prompt_tokens ?? 0) / part.length);
    for (const [at, vector] of vectors.entries()) {
      if (vector === undefined || data.length !== part.length) throw answeredWith(endpoint, 'no_vectors');
      if (vector.every((value) => value === 0) || vector.some((value) => !Number.isFinite(value)))
        throw answeredWith(endpoint, 'no_numbers');
      dimensions ??= vector.length;
      if (vector.length !== dimensions) throw answeredWith(endpoint, 'other_length');
      onVector(first + at, unitLength(vector), tokens);
    }
  }
  return dimensions ?? 0;
}
