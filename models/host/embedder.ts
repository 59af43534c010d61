import type { LoadOptions } from './load-options.ts';
import { unitLength } from './unit-length.ts';

export interface Embedder {
  dimensions: number;
  contextTokens: number;
  countTokens(text: string): number;
  /** A unit-length vector. What is longer than the model's context is cut at its end. */
  embed(
    text: string,
    kind: 'query' | 'passage',
  ): Promise<{ vector: Float32Array<ArrayBuffer>; tokens: number }>;
}

/** llama.cpp adds one token before and one after, and wants one to spare. */
const tokensAround = 3;

export async function loadEmbedder(
  { llama, threads, path }: LoadOptions,
  prefixes: boolean,
): Promise<Embedder> {
  const model = await llama.loadModel({ modelPath: path, gpuLayers: 0 });
  const contextTokens = Math.min(model.trainContextSize, 2048);
  const context = await model.createEmbeddingContext({
    contextSize: contextTokens,
    batchSize: contextTokens, // without causal attention a text must be one batch
    threads: threads.most,
  });
  return {
    dimensions: model.embeddingVectorSize,
    contextTokens,
    countTokens: (text) => model.tokenize(text).length,
    async embed(text, kind) {
      const tokens = model
        .tokenize(prefixes ? `${kind}: ${text}` : text)
        .slice(0, contextTokens - tokensAround);
      const { vector } = await context.getEmbeddingFor(tokens);
      return { vector: unitLength(vector), tokens: tokens.length };
    },
  };
}
