import type { LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';

interface Asked {
  model: LlamaModel;
  sequence: LlamaContextSequence;
  /** the prompt's last token, not read yet */
  last: Token;
  answers: readonly string[];
}

/** How probable each answer's beginning is as the next token, among the answers; sums to 1. Only their logits leave llama.cpp. */
export async function shareOfAnswers({ model, sequence, last, answers }: Asked): Promise<number[]> {
  const tokensOf = answers.map((answer) => beginnings(model, answer));
  const generateNext = { logits: { filter: { tokens: tokensOf.flat() } } };
  const [read] = await sequence.controlledEvaluate([[last, { generateNext }]]);
  const logits = read?.next.logits;
  const weights = tokensOf.map((tokens) =>
    tokens.reduce((sum, token) => sum + Math.exp(logits?.get(token) ?? -Infinity), 0),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (whole > 0 ? weight / whole : 1 / answers.length));
}

/** First tokens of the answer as it may be written. */
function beginnings(model: LlamaModel, answer: string): Token[] {
  const written = [answer, answer.toLowerCase(), ` ${answer}`, ` ${answer.toLowerCase()}`];
  const first = written.flatMap((text) => model.tokenize(text, false, 'trimLeadingSpace').slice(0, 1));
  return [...new Set(first)];
}
