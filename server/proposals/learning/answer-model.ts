import { Matrix, solve } from 'ml-matrix';

/** Answers in a row each, and what is believed before the first. */
export interface AnswerData {
  /** rows × width, row after row */
  rows: Float64Array;
  width: number;
  /** 1 yes, 0 no */
  answers: Uint8Array;
  /** how much a row counts */
  counts: Float64Array;
  /** a coefficient's mean and standard deviation before any answer */
  prior: readonly { mean: number; deviation: number }[];
}

/** Share of answers that say the opposite of what the person means: a slip of the key, a change of mind. Without it one slip would outweigh what ten answers say. */
const slips = 0.05;
const mostRounds = 12;
const mostHalvings = 8;

/** Chance of a yes at these log-odds. */
export function chanceOf(logit: number): number {
  return slips + (1 - 2 * slips) * logistic(logit);
}

/** First and second derivative (its expectation) of the log-likelihood of an answer by the log-odds. */
export function slopeAt(logit: number, answer: number): { gradient: number; curvature: number } {
  const sure = logistic(logit);
  const chance = chanceOf(logit);
  const change = (1 - 2 * slips) * sure * (1 - sure);
  const spread = chance * (1 - chance);
  return { gradient: ((answer - chance) * change) / spread, curvature: change ** 2 / spread };
}

/** Most probable coefficients: damped Newton by Fisher's information (McCullagh and Nelder, Generalized Linear Models, 2.5). */
export function fitAnswers(data: AnswerData): Float64Array {
  let beta = Float64Array.from(data.prior, ({ mean }) => mean);
  let cost = costOf(data, beta);
  for (let round = 0; round < mostRounds; round += 1) {
    const step = stepFrom(data, beta);
    let scale = 1;
    let gain = 0;
    for (let halving = 0; halving < mostHalvings && gain <= 0; halving += 1, scale /= 2) {
      const share = scale;
      const next = beta.map((value, at) => value + share * (step[at] ?? 0));
      const nextCost = costOf(data, next);
      gain = cost - nextCost;
      if (gain > 0) [beta, cost] = [next, nextCost];
    }
    if (gain < 1e-4) break;
  }
  return beta;
}

function costOf({ rows, width, answers, counts, prior }: AnswerData, beta: Float64Array): number {
  let cost = 0;
  for (const [at, { mean, deviation }] of prior.entries())
    cost += (((beta[at] ?? 0) - mean) / deviation) ** 2 / 2;
  for (let row = 0; row < answers.length; row += 1) {
    const chance = chanceOf(dot(beta, rows, row * width));
    cost -= (counts[row] ?? 1) * Math.log(answers[row] === 1 ? chance : 1 - chance);
  }
  return cost;
}

function stepFrom({ rows, width, answers, counts, prior }: AnswerData, beta: Float64Array): number[] {
  const pull = prior.map(({ mean, deviation }, at) => (mean - (beta[at] ?? 0)) / deviation ** 2);
  const matrix = Matrix.diag(prior.map(({ deviation }) => 1 / deviation ** 2));
  for (let row = 0; row < answers.length; row += 1) {
    const from = row * width;
    const { gradient, curvature } = slopeAt(dot(beta, rows, from), answers[row] ?? 0);
    const count = counts[row] ?? 1;
    for (let i = 0; i < width; i += 1) {
      const value = rows[from + i] ?? 0;
      if (value === 0) continue;
      pull[i] = (pull[i] ?? 0) + count * gradient * value;
      for (let j = 0; j < width; j += 1)
        matrix.set(i, j, matrix.get(i, j) + count * curvature * value * (rows[from + j] ?? 0));
    }
  }
  return solve(matrix, Matrix.columnVector(pull)).to1DArray();
}

function dot(beta: Float64Array, rows: Float64Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < beta.length; at += 1) sum += (beta[at] ?? 0) * (rows[from + at] ?? 0);
  return sum;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
