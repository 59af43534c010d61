import type { LlamaModel, Token } from 'node-llama-cpp';

export interface TextStream {
  readonly tokens: number;
  /** True when a stop string is reached. */
  add(token: Token): boolean;
  /** Hands out what was held back; the whole text up to the first stop string. */
  end(): string;
}

/** Tokens to text as they come: never half a letter, and never the beginning of a stop string. */
export function createTextStream(
  model: LlamaModel,
  stop: readonly string[],
  onPiece: (text: string) => void,
): TextStream {
  const held = Math.max(0, ...stop.map((text) => text.length - 1));
  const all: Token[] = [];
  let pending: Token[] = [];
  let text = '';
  let handedOut = 0;

  const handOut = (until: number): void => {
    if (until <= handedOut) return;
    onPiece(text.slice(handedOut, until));
    handedOut = until;
  };

  return {
    get tokens() {
      return all.length;
    },
    add(token) {
      pending.push(token);
      const piece = model.detokenize(pending, false, all.slice(-8));
      all.push(token);
      if (piece.endsWith('\ufffd')) return false;
      pending = [];
      text += piece;
      const places = stop.map((words) => text.indexOf(words)).filter((place) => place >= 0);
      const isStopped = places.length > 0;
      if (isStopped) text = text.slice(0, Math.min(...places));
      handOut(isStopped ? text.length : text.length - held);
      return isStopped;
    },
    end() {
      handOut(text.length);
      return text;
    },
  };
}
