import seedrandom from 'seedrandom';

export const dimensions = 384;

/** Of multilingual-e5-small over the Russian help: how long the mean of all vectors is, and how long what is each one's own. */
const common = 0.92;
const own = Math.sqrt(1 - common ** 2);
/** Subjects; each text belongs to two, more to the one. */
const subjects = 600;

/** Unit vectors that crowd as a small model's vectors of texts do: one direction is common to all, subjects share the next, some is each one's own. */
export function crowdedVectors(count: number, seed: string): { rows: Float32Array; query(): Float32Array } {
  const random = seedrandom(seed);
  const direction = () =>
    scaled(
      Float32Array.from({ length: dimensions }, () => gauss(random)),
      1,
    );
  const middle = scaled(direction(), common);
  const all = Array.from({ length: subjects }, direction);
  const one = (): Float32Array => {
    const [a, b, alone] = [pick(all, random), pick(all, random), direction()];
    const share = random() * 0.5;
    const about = scaled(
      a.map((value, d) => value * (1 - share) + (b[d] ?? 0) * share + 0.7 * (alone[d] ?? 0)),
      own,
    );
    return scaled(
      about.map((value, d) => value + (middle[d] ?? 0)),
      1,
    );
  };
  const rows = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row++) rows.set(one(), row * dimensions);
  return { rows, query: one };
}

/** What a plain loop in JavaScript finds: the measure of recall. */
export function plainNearest(
  rows: Float32Array,
  query: Float32Array,
  k: number,
): { at: number; score: number }[] {
  const scores = new Float32Array(rows.length / dimensions);
  for (let at = 0, from = 0; at < scores.length; at++, from += dimensions) {
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += (rows[from + d] as number) * (query[d] as number);
    scores[at] = sum;
  }
  const bar = scores.toSorted().at(-k) ?? -Infinity;
  return Array.from(scores, (score, at) => ({ at, score }))
    .filter(({ score }) => score >= bar)
    .sort((a, b) => b.score - a.score)
    .slice(0, k);
}

function scaled(vector: Float32Array, length: number): Float32Array {
  const now = Math.hypot(...vector);
  return vector.map((value) => (value / now) * length);
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
