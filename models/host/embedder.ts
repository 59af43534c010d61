import type { LlamaEmbeddingContext } from 'node-llama-cpp';
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

/** What a person asks is short. It has a context and a thread of its own, so that it need not wait for the passage that is being read (200 ms on two cores; beside it a question takes 20). */
const questionTokens = 128;

export async function loadEmbedder(
  { llama, threads, path }: LoadOptions,
  prefixes: boolean,
): Promise<Embedder> {
  const model = await llama.loadModel({ modelPath: path, gpuLayers: 0 });
  const contextTokens = Math.min(model.trainContextSize, 2048);
  // without causal attention a text must be one batch
  const contextOf = (size: number, most: number): Promise<LlamaEmbeddingContext> =>
    model.createEmbeddingContext({ contextSize: size, batchSize: size, threads: most });
  const context = await contextOf(contextTokens, threads.most);
  let questions: LlamaEmbeddingContext | undefined;
  void contextOf(questionTokens, 1).then(
    (made) => (questions = made),
    () => undefined, // questions then stand in line with passages
  );
  return {
    dimensions: model.embeddingVectorSize,
    contextTokens,
    countTokens: (text) => model.tokenize(text).length,
    async embed(text, kind) {
      const tokens = model
        .tokenize(prefixes ? `${kind}: ${text}` : text)
        .slice(0, contextTokens - tokensAround);
      threads.leaveOne();
      const isBeside = kind === 'query' && tokens.length <= questionTokens - tokensAround;
      const { vector } = await ((isBeside && questions) || context).getEmbeddingFor(tokens);
      return { vector: unitLength(vector), tokens: tokens.length };
    },
  };
}
