import type { Vector } from '../../scenes/formula/vectors.ts';

/** What says where a link leads: from a place to a place. Its numbers lie in one list, so that one trainer serves all. */
export interface StepModel {
  name: string;
  parameters: Float64Array;
  predict(from: Vector): Float64Array;
  /** Adds to `gradient` what the loss changes by with each parameter; `above`: by each dimension of the prediction. */
  descend(from: Vector, above: Float64Array, gradient: Float64Array): void;
}

/** from + V(Uᵀ from): a bilinear form of rank `rank` beside plain likeness. U small at random, V zero: it begins as plain likeness. */
export function lowRank(dimensions: number, rank: number, random: () => number): StepModel {
  const size = dimensions * rank;
  const parameters = new Float64Array(2 * size);
  for (let at = 0; at < size; at++) parameters[at] = (random() - 0.5) * 0.3;
  const hiddenOf = (from: Vector) => {
    const hidden = new Float64Array(rank);
    for (let d = 0; d < dimensions; d++)
      for (let r = 0; r < rank; r++) add(hidden, r, at(parameters, d * rank + r) * (from[d] as number));
    return hidden;
  };
  return {
    name: `bilinear of rank ${rank}`,
    parameters,
    predict(from) {
      const hidden = hiddenOf(from);
      return Float64Array.from(from, (value, d) => {
        let sum = value;
        for (let r = 0; r < rank; r++) sum += at(parameters, size + d * rank + r) * at(hidden, r);
        return sum;
      });
    },
    descend(from, above, gradient) {
      const hidden = hiddenOf(from);
      const back = new Float64Array(rank);
      for (let d = 0; d < dimensions; d++)
        for (let r = 0; r < rank; r++) {
          add(gradient, size + d * rank + r, at(above, d) * at(hidden, r));
          add(back, r, at(above, d) * at(parameters, size + d * rank + r));
        }
      for (let d = 0; d < dimensions; d++)
        for (let r = 0; r < rank; r++) add(gradient, d * rank + r, (from[d] as number) * at(back, r));
    },
  };
}

/** g ⊙ from + (1 − g) ⊙ t with g = σ(u ⊙ from + c): each dimension keeps its value or takes the kind's own. c = 3, t = 0: it begins nearly as plain likeness. */
export function gated(dimensions: number): StepModel {
  const parameters = new Float64Array(3 * dimensions).fill(3, dimensions, 2 * dimensions);
  const gate = (from: Vector, d: number) =>
    1 / (1 + Math.exp(-(at(parameters, d) * (from[d] as number) + at(parameters, dimensions + d))));
  return {
    name: 'gated',
    parameters,
    predict: (from) =>
      Float64Array.from(from, (value, d) => {
        const open = gate(from, d);
        return open * value + (1 - open) * at(parameters, 2 * dimensions + d);
      }),
    descend(from, above, gradient) {
      for (let d = 0; d < dimensions; d++) {
        const [open, value] = [gate(from, d), from[d] as number];
        const own = at(parameters, 2 * dimensions + d);
        const slope = at(above, d) * (value - own) * open * (1 - open);
        add(gradient, d, slope * value);
        add(gradient, dimensions + d, slope);
        add(gradient, 2 * dimensions + d, at(above, d) * (1 - open));
      }
    },
  };
}

function at(list: Float64Array, index: number): number {
  return list[index] as number;
}

function add(list: Float64Array, index: number, value: number): void {
  list[index] = (list[index] as number) + value;
}
