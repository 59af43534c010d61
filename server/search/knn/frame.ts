/** How vectors are written as bytes: v ≈ centre + step · code, dimension by dimension, code in −127 … 127. */
export interface Frame {
  centre: Float64Array;
  step: Float64Array;
}

export interface Coded {
  code: Int8Array;
  /** ‖r‖, r = v − centre − step · code: what the code leaves out */
  rest: number;
  /** centre · r */
  restAtCentre: number;
}

/** What a query is to a frame: a vector's score is `base + unit · (query · code) + restAtCentre`, off by no more than `reach · rest + slack`. */
export interface CodedQuery {
  query: Int16Array;
  unit: number;
  base: number;
  reach: number;
  slack: number;
}

const mostCode = 127;
/** A sample's extremes, and somewhat more: what comes later reaches further. */
const margin = 1.1;
/** Float32 rounding of scores here and in the graph, many times over. */
const rounding = 2e-6;

/** From rows of floats, one vector a row: each dimension's middle value, and steps that reach its extremes. */
export function frameOf(rows: Float32Array, dimensions: number): Frame {
  const count = rows.length / dimensions;
  const centre = new Float64Array(dimensions);
  const reach = new Float64Array(dimensions);
  for (let at = 0; at < rows.length; at++) add(centre, at % dimensions, (rows[at] ?? 0) / count);
  for (let at = 0; at < rows.length; at++) {
    const dimension = at % dimensions;
    const away = Math.abs((rows[at] ?? 0) - (centre[dimension] ?? 0));
    if (away > (reach[dimension] ?? 0)) reach[dimension] = away;
  }
  // a dimension that never differs in the sample still needs a step
  const least = Math.max(1e-6, ...reach) / 8;
  return { centre, step: reach.map((value) => (Math.max(value, least) * margin) / mostCode) };
}

/** A vector beyond the frame's extremes is cut there, and its `rest` is the larger: every bound below still holds. */
export function encode({ centre, step }: Frame, vector: ArrayLike<number>): Coded {
  const code = new Int8Array(centre.length);
  let square = 0;
  let restAtCentre = 0;
  for (let d = 0; d < centre.length; d++) {
    const [c, s] = [centre[d] ?? 0, step[d] ?? 1];
    const away = (vector[d] ?? 0) - c;
    const value = Math.max(-mostCode, Math.min(mostCode, Math.round(away / s)));
    code[d] = value;
    const rest = away - value * s;
    square += rest * rest;
    restAtCentre += c * rest;
  }
  return { code, rest: Math.sqrt(square), restAtCentre };
}

/**
 * The bound. With v = c + s·x + r (c centre, s step, x code, products by dimension):
 *
 *     q·v = q·c + Σ q_d s_d x_d + c·r + (q − c)·r
 *
 * The first three are known: q·c once a query, c·r is kept with the row, and the sum is what the scan computes, where q_d s_d is written as unit·k_d + δ_d
 * with k_d a whole number of 16 bits. So the score that the scan gives differs from q·v by (q − c)·r + Σ δ_d x_d, and
 *
 *     |(q − c)·r| ≤ ‖q − c‖·‖r‖   (Cauchy–Schwarz)      |Σ δ_d x_d| ≤ 127·Σ|δ_d|   (|x_d| ≤ 127)
 *
 * `reach` is ‖q − c‖ and `slack` is 127·Σ|δ_d| with what float32 rounds. k_d is small enough that no sum passes 31 bits.
 */
export function encodeQuery({ centre, step }: Frame, vector: ArrayLike<number>): CodedQuery {
  const mostQuery = Math.min(32_767, Math.floor((2 ** 31 - 1) / (mostCode * centre.length)));
  const scaled = step.map((s, d) => (vector[d] ?? 0) * s);
  const unit = Math.max(Number.MIN_VALUE, ...scaled.map(Math.abs)) / mostQuery;
  const query = Int16Array.from(scaled, (value) => Math.round(value / unit));
  let [base, square, rounded] = [0, 0, 0];
  for (let d = 0; d < centre.length; d++) {
    const [q, c] = [vector[d] ?? 0, centre[d] ?? 0];
    base += q * c;
    square += (q - c) ** 2;
    rounded += Math.abs((scaled[d] ?? 0) - (query[d] ?? 0) * unit);
  }
  return { query, unit, base, reach: Math.sqrt(square), slack: mostCode * rounded + rounding };
}

function add(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] ?? 0) + value;
}
