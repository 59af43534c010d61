/** Tokens a second over the last few seconds of work. */
export interface Speed {
  count(tokens: number): void;
  /** null while nothing was counted */
  perSecond(): number | null;
  rest(): void;
}

const windowMs = 4000;

export function createSpeed(): Speed {
  let counted: { at: number; tokens: number }[] = [];
  return {
    count(tokens) {
      const at = performance.now();
      counted = counted.filter((one) => at - one.at < windowMs);
      counted.push({ at, tokens });
    },
    perSecond() {
      const [first] = counted;
      if (first === undefined || counted.length < 2) return null;
      const seconds = (performance.now() - first.at) / 1000;
      return counted.slice(1).reduce((sum, { tokens }) => sum + tokens, 0) / seconds;
    },
    rest() {
      counted = [];
    },
  };
}
