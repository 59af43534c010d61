import type { LlamaContextSequence, LlamaModel } from 'node-llama-cpp';
import { chatTokens } from './chat-tokens.ts';
import { feedJudged } from './feed-judged.ts';
import type { Judge } from './judge.ts';
import type { LoadOptions } from './load-options.ts';
import { shareOfAnswers } from './share-of-answers.ts';

const longestContextTokens = 4096;

/** Judges by the probability of the answer's first token, in a context of its own that is made when it is first asked. */
export function createTokenJudge(model: LlamaModel, { threads }: Pick<LoadOptions, 'threads'>): Judge {
  const contextSize = Math.min(model.trainContextSize, longestContextTokens);
  let opened: Promise<LlamaContextSequence> | undefined;
  const open = async () => {
    const context = await model.createContext({
      contextSize,
      batchSize: 128,
      threads: threads.most,
      // With it llama.cpp's sums depend on the number of threads, and with them the verdicts (by .02).
      flashAttention: false,
    });
    return context.getSequence();
  };
  return {
    async judge({ system, prefix, endings, answerStart, answers }, signal, onShares) {
      const sequence = await (opened ??= open());
      const promptOf = (ending: string) =>
        chatTokens(model, { system, examples: [], prompt: prefix + ending, answerStart });
      const bare = promptOf('');
      for (const [index, ending] of endings.entries()) {
        const prompt = promptOf(ending);
        if (prompt.length + 1 >= contextSize) {
          // One that is too long is not judged: no answer is likelier than another.
          onShares(
            index,
            answers.map(() => 1 / answers.length),
            0,
          );
          continue;
        }
        const shared = prompt.findIndex((token, at) => token !== bare[at]);
        const fed = await feedJudged(sequence, { prompt, shared }, { signal, adjust: threads.adjust });
        if (fed === null) return false;
        onShares(index, await shareOfAnswers({ model, sequence, last: fed.last, answers }), fed.tokens);
      }
      return true;
    },
  };
}
