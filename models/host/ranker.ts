import type { LlamaModel } from 'node-llama-cpp';
import type { Judge } from './judge.ts';
import type { LoadOptions } from './load-options.ts';

/** A reranker: a model that gives a query and a document one score between 0 and 1, and writes nothing. */
export async function loadRanker(
  model: LlamaModel,
  { threads }: Pick<LoadOptions, 'threads'>,
): Promise<Judge & { contextTokens: number; countTokens(text: string): number }> {
  const contextTokens = Math.min(model.trainContextSize, 2048);
  const context = await model.createRankingContext({
    contextSize: contextTokens,
    batchSize: contextTokens,
    threads: threads.most,
  });
  return {
    contextTokens,
    countTokens: (text) => model.tokenize(text).length,
    async judge({ ranking: { query, documents }, answers }, signal, onShares) {
      for (const [index, document] of documents.entries()) {
        if (signal.aborted) return false;
        threads.adjust();
        const score = await context.rank(query, document, { onOverflow: 'maxChunk' });
        const rest = (1 - score) / (answers.length - 1);
        onShares(
          index,
          answers.map((_, at) => (at === 0 ? score : rest)),
          context.calculateInputLength(query, document),
        );
      }
      return true;
    },
  };
}
