import type { LlamaContextSequence, Token } from 'node-llama-cpp';

/** Reading a chunk should take about this long: the time that a cancel waits. */
const chunkSeconds = 0.15;
const fewestTokens = 16;
const mostTokens = 128;

/**
 * Reads all of a prompt but its last token, which is given back to start writing with. What the sequence already knows of it is not read again.
 * llama.cpp looks at no abort signal while it reads, so the prompt goes in chunks; null when the signal aborted between two of them.
 */
export async function feedPrompt(
  sequence: LlamaContextSequence,
  prompt: readonly Token[],
  { signal, adjust }: { signal: AbortSignal; adjust: () => void },
): Promise<Token | null> {
  const last = prompt.at(-1);
  if (last === undefined) throw new Error('the prompt is empty');
  const { firstDifferentIndex } = sequence.compareContextTokens([...prompt]);
  let place = Math.min(firstDifferentIndex, prompt.length - 1);
  await sequence.eraseContextTokenRanges([{ start: place, end: sequence.nextTokenIndex }]);
  let size = 32;
  while (place < prompt.length - 1) {
    if (signal.aborted) return null;
    adjust();
    const chunk = prompt.slice(place, Math.min(place + size, prompt.length - 1));
    const began = performance.now();
    await sequence.evaluateWithoutGeneratingNewTokens(chunk);
    const seconds = (performance.now() - began) / 1000;
    size = Math.round(Math.min(mostTokens, Math.max(fewestTokens, (chunk.length / seconds) * chunkSeconds)));
    place += chunk.length;
  }
  return signal.aborted ? null : last;
}
