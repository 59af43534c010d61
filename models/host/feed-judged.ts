import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import type { FeedOptions } from './feed-prompt.ts';

/** Always the same, whatever the machine does meanwhile: how a prompt is cut moves its probabilities in the second decimal. */
const chunkTokens = 64;

interface JudgedPrompt {
  prompt: readonly Token[];
  /** so many of its first tokens are what all candidates share */
  shared: number;
}

/**
 * Reads all of a prompt but its last token. What the candidates share is read once and stays: the tail behind it is erased, never more and never
 * less, so that a verdict does not depend on which candidates were judged before. Null when the signal aborted between two chunks.
 */
export async function feedJudged(
  sequence: LlamaContextSequence,
  { prompt, shared }: JudgedPrompt,
  { signal, adjust }: FeedOptions,
): Promise<{ last: Token; tokens: number } | null> {
  const end = prompt.length - 1;
  const last = prompt[end];
  if (last === undefined) throw new Error('the prompt is empty');
  const known = sequence.compareContextTokens([...prompt]).firstDifferentIndex;
  const start = known >= shared ? shared : 0;
  await sequence.eraseContextTokenRanges([{ start, end: sequence.nextTokenIndex }]);
  for (let place = start; place < end;) {
    if (signal.aborted) return null;
    adjust();
    // A chunk ends where the shared part does.
    const next = Math.min(place + chunkTokens, place < shared ? shared : end, end);
    await sequence.evaluateWithoutGeneratingNewTokens(prompt.slice(place, next));
    place = next;
  }
  return signal.aborted ? null : { last, tokens: prompt.length - start };
}
