import type { LlamaContextSequence, Token } from 'node-llama-cpp';

/** Reading a chunk should take about this long: a cancel waits for half of it in the middle, for all of it at worst. */
const chunkSeconds = 0.4;
/** From this size on llama.cpp tiles its attention and reads 8 % more tokens a second than just below it (0.5B, Q4_K_M: 123 against 113). */
const wholeTokens = 64;
const fewestTokens = 8;
/** A context needs no room for more at once. */
export const mostChunkTokens = 128;

export interface FeedOptions {
  signal: AbortSignal;
  /** called before each chunk */
  adjust: () => void;
}

export type FeedPrompt = (
  sequence: LlamaContextSequence,
  prompt: readonly Token[],
  options: FeedOptions,
) => Promise<Token | null>;

/**
 * Reads all of a prompt but its last token, which is given back to start writing with: read alone, it gives the same whether the rest was known or not.
 * What the sequence already knows of the prompt is not read again.
 * llama.cpp looks at no abort signal while it reads, so the prompt goes in chunks; null when the signal aborted between two of them.
 * The size of a chunk follows the speed that this model has on this machine now.
 */
export function createFeedPrompt(): FeedPrompt {
  let size = wholeTokens;
  return async (sequence, prompt, { signal, adjust }) => {
    const last = prompt.at(-1);
    if (last === undefined) throw new Error('the prompt is empty');
    const { firstDifferentIndex } = sequence.compareContextTokens([...prompt]);
    let place = Math.min(firstDifferentIndex, prompt.length - 1);
    await sequence.eraseContextTokenRanges([{ start: place, end: sequence.nextTokenIndex }]);
    while (place < prompt.length - 1) {
      if (signal.aborted) return null;
      adjust();
      const chunk = prompt.slice(place, Math.min(place + size, prompt.length - 1));
      const began = performance.now();
      await sequence.evaluateWithoutGeneratingNewTokens(chunk);
      const fitting = (chunk.length / ((performance.now() - began) / 1000)) * chunkSeconds;
      if (chunk.length === size || fitting < size / 2) size = sizeFor(fitting);
      place += chunk.length;
    }
    return signal.aborted ? null : last;
  };
}

/** Worth stretching to the quicker size where that costs a cancel little. */
function sizeFor(fitting: number): number {
  const size = Math.round(Math.min(mostChunkTokens, Math.max(fewestTokens, fitting)));
  return size < wholeTokens && size >= wholeTokens / 2 ? wholeTokens : size;
}
