import type { LlamaContextSequence, Token } from 'node-llama-cpp';

type Remembering = Pick<LlamaContextSequence, 'compareContextTokens'>;

/** Below this share of the prompt it is only the chat's frame that is alike, and going on there would make the other conversation forget all it read. */
const sameConversation = 0.5;

/** The sequence that read most of this prompt already; where none did, the one that was not used for longest. */
export function createChooseSequence<Sequence extends Remembering>(
  sequences: readonly Sequence[],
): (prompt: Token[]) => Sequence | undefined {
  /** least recently used first */
  let byUse = [...sequences];
  return (prompt) => {
    const known = (sequence: Sequence): number =>
      sequence.compareContextTokens(prompt).firstDifferentIndex / prompt.length;
    const alike = byUse.toSorted((a, b) => known(b) - known(a))[0];
    const chosen = alike && known(alike) >= sameConversation ? alike : byUse[0];
    if (chosen) byUse = [...byUse.filter((each) => each !== chosen), chosen];
    return chosen;
  };
}
