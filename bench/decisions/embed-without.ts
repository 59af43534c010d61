import { createHash } from 'node:crypto';
import type { Models } from '../../models/models.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { noModels } from '../../server/proposals/testing/no-models.ts';
import { embedWork } from '../../server/search/embed-work.ts';

const dimensions = 384;

/**
 * The embed job with a model that knows nothing: a vector made from the text's hash. What is looked at is what a change of models does to decisions,
 * for which any vectors serve.
 */
export async function embedWithout(graph: Graph, model: string): Promise<void> {
  const identity = { id: model, sha256: createHash('sha256').update(model).digest('hex') };
  const models: Models = {
    ...noModels,
    identity: () => Promise.resolve(identity),
    ready: () => Promise.resolve(),
    embed: (texts) =>
      Promise.resolve({
        model,
        dimensions,
        vectors: texts.map((text) => vectorOf(`${model}\n${text}`)),
        seconds: 0,
      }),
  };
  await embedWork({ graph, models })(
    {},
    { id: 'bench', signal: new AbortController().signal, report: () => undefined },
  );
}

function vectorOf(text: string): Float32Array {
  const bytes = createHash('shake256', { outputLength: dimensions }).update(text).digest();
  const vector = Float32Array.from(bytes, (byte) => byte - 127.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
