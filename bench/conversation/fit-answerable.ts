import { fitLogistic } from '../../server/proposals/fusion/logistic.ts';
import type { Asked } from './measure-retrieval.ts';

/** What `answerable` begins from before any question was seen; the fit is drawn to it. */
const prior = { words: 3, together: 2, named: 2, unknown: -3, cosine: 30, bias: -27.8 };
const priorWithout = { words: 4, together: 2, named: 2, unknown: -3, bias: -3 };

/** Weights for `server/conversation/answerable.ts`, from the questions of one half. */
export function fitAnswerable(asked: readonly Asked[]): { withVectors: object; withoutVectors: object } {
  const labels = Uint8Array.from(asked, ({ question }) => Number(question.path !== null));
  const fit = (width: number, rows: readonly number[][], begin: { bias: number; weights: number[] }) =>
    fitLogistic({ features: Float64Array.from(rows.flat()), width, labels }, begin);
  const plain = asked.map(({ fit: { words, together, named, unknown } }) => [
    words,
    together,
    named,
    unknown,
  ]);
  // cosines differ little: on the scale of the others, the penalty weighs them alike
  const whole = asked.map(({ fit: { cosine } }, at) => [...(plain[at] ?? []), cosineScale * (cosine ?? 0)]);
  const { words, together, named: name, unknown, cosine, bias } = prior;
  const withVectors = fit(5, whole, {
    bias,
    weights: [words, together, name, unknown, cosine / cosineScale],
  });
  const without = priorWithout;
  const withoutVectors = fit(4, plain, {
    bias: without.bias,
    weights: [without.words, without.together, without.named, without.unknown],
  });
  return { withVectors: asWeights(withVectors), withoutVectors: asWeights(withoutVectors) };
}

const cosineScale = 10;

function asWeights({
  bias,
  weights: [words = 0, together = 0, named = 0, unknown = 0, cosine],
}: ReturnType<typeof fitLogistic>) {
  const scaled = cosine === undefined ? {} : { cosine: cosine * cosineScale };
  return { words, together, named, unknown, ...scaled, bias };
}
