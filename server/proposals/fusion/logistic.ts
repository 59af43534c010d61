import { Matrix, solve } from 'ml-matrix';

export interface LogisticData {
  /** rows × width, row after row */
  features: Float64Array;
  width: number;
  /** 1 or 0 a row */
  labels: Uint8Array;
}

export interface LogisticModel {
  bias: number;
  weights: number[];
}

const penalty = 1;
const mostRounds = 30;
const mostHalvings = 12;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares: Hastie et al., The Elements of Statistical Learning, 4.4.1) with an L2 penalty
 * towards `prior`; the bias is free. A step that would worsen the fit is halved, so that separable data cannot run away.
 */
export function fitLogistic(data: LogisticData, prior: LogisticModel): LogisticModel {
  const centre = [...prior.weights, prior.bias];
  let beta = centre;
  let cost = costOf(data, beta, centre);
  for (let round = 0; round < mostRounds; round += 1) {
    const step = newtonStep(data, beta, centre);
    let scale = 1;
    let next = beta;
    let nextCost = Infinity;
    for (let halving = 0; halving < mostHalvings && !(nextCost < cost); halving += 1) {
      const share = scale;
      next = beta.map((value, at) => value + share * (step[at] ?? 0));
      nextCost = costOf(data, next, centre);
      scale /= 2;
    }
    if (!(nextCost < cost)) break;
    const gain = cost - nextCost;
    beta = next;
    cost = nextCost;
    if (gain < 1e-4) break;
  }
  return { weights: beta.slice(0, data.width), bias: beta[data.width] ?? 0 };
}

/** Score before the logistic function. */
export function logit(model: LogisticModel, features: ArrayLike<number>, offset = 0): number {
  let score = model.bias;
  for (let at = 0; at < model.weights.length; at += 1) {
    score += (model.weights[at] ?? 0) * (features[offset + at] ?? 0);
  }
  return score;
}

function asModel(beta: readonly number[], width: number): LogisticModel {
  return { weights: beta.slice(0, width), bias: beta[width] ?? 0 };
}

/** Negative log-likelihood and penalty. */
function costOf(
  { features, width, labels }: LogisticData,
  beta: readonly number[],
  centre: readonly number[],
): number {
  const model = asModel(beta, width);
  let cost = 0;
  for (let at = 0; at < width; at += 1) cost += (penalty / 2) * ((beta[at] ?? 0) - (centre[at] ?? 0)) ** 2;
  for (let row = 0; row < labels.length; row += 1) {
    const score = logit(model, features, row * width);
    // ln(1 + e^x) without overflow
    const softplus = score > 0 ? score + Math.log1p(Math.exp(-score)) : Math.log1p(Math.exp(score));
    cost += softplus - (labels[row] === 1 ? score : 0);
  }
  return cost;
}

function newtonStep(data: LogisticData, beta: readonly number[], centre: readonly number[]): number[] {
  const { features, width, labels } = data;
  const size = width + 1;
  const model = asModel(beta, width);
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const row = new Float64Array(size).fill(1);
  for (let at = 0; at < labels.length; at += 1) {
    for (let i = 0; i < width; i += 1) row[i] = features[at * width + i] ?? 0;
    const chance = 1 / (1 + Math.exp(-logit(model, row)));
    const error = (labels[at] ?? 0) - chance;
    const weight = chance * (1 - chance);
    for (let i = 0; i < size; i += 1) {
      const value = row[i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + error * value;
      for (let j = 0; j <= i; j += 1) {
        curvature[i * size + j] = (curvature[i * size + j] ?? 0) + weight * value * (row[j] ?? 0);
      }
    }
  }
  for (let i = 0; i < size; i += 1) {
    // a trace of penalty on the bias keeps the matrix invertible
    const strength = i < width ? penalty : 1e-6;
    gradient[i] = (gradient[i] ?? 0) - strength * ((beta[i] ?? 0) - (centre[i] ?? 0));
    curvature[i * size + i] = (curvature[i * size + i] ?? 0) + strength;
  }
  const hessian = Matrix.zeros(size, size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      hessian.set(i, j, curvature[Math.max(i, j) * size + Math.min(i, j)] ?? 0);
    }
  }
  return solve(hessian, Matrix.columnVector(gradient)).to1DArray();
}
