import { fitLogistic } from '../../server/proposals/fusion/logistic.ts';
import type { Asked } from './measure-retrieval.ts';

/** What `answerable` begins from before any question was seen; the fit is drawn to it. */
const prior = { words: 3, together: 2, unknown: -3, cosine: 15, bias: -15.5 };
const priorWithout = { words: 4, together: 2, unknown: -3, bias: -3 };

/** Weights for `server/conversation/answerable.ts`, from the questions of one half. */
export function fitAnswerable(asked: readonly Asked[]): { withVectors: object; withoutVectors: object } {
  const labels = Uint8Array.from(asked, ({ question }) => Number(question.path !== null));
  const fit = (width: number, rows: readonly number[][], begin: { bias: number; weights: number[] }) =>
    fitLogistic({ features: Float64Array.from(rows.flat()), width, labels }, begin);
  const plain = asked.map(({ fit: { words, together, unknown } }) => [words, together, unknown]);
  // cosines differ little: on the scale of the others, the penalty weighs them alike
  const whole = asked.map(({ fit: { cosine } }, at) => [...(plain[at] ?? []), cosineScale * (cosine ?? 0)]);
  const { words, together, unknown, cosine, bias } = prior;
  const withVectors = fit(4, whole, { bias, weights: [words, together, unknown, cosine / cosineScale] });
  const without = priorWithout;
  const withoutVectors = fit(3, plain, {
    bias: without.bias,
    weights: [without.words, without.together, without.unknown],
  });
  return { withVectors: named(withVectors), withoutVectors: named(withoutVectors) };
}

const cosineScale = 10;

function named({
  bias,
  weights: [words = 0, together = 0, unknown = 0, cosine],
}: ReturnType<typeof fitLogistic>) {
  return { words, together, unknown, ...(cosine !== undefined && { cosine: cosine * cosineScale }), bias };
}
