import type { Space } from './space.ts';
import type { Vector } from './vectors.ts';

export interface RankedRow {
  row: number;
  /** cosine, −1 … 1; with several probes the least of theirs */
  score: number;
}

export interface RankInput {
  /** unit length */
  probes: readonly Vector[];
  count: number;
  /** rows that are no answer */
  skip?: ReadonlySet<number>;
  /** 1 for each row that may be an answer; default: all */
  within?: Uint8Array | null;
}

/** The rows that lie nearest to all probes at once, best first: every row is looked at. */
export function rankRows(space: Space, { probes, count, skip, within = null }: RankInput): RankedRow[] {
  const best: RankedRow[] = [];
  let bar = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < space.count; row++) {
    let score = Number.POSITIVE_INFINITY;
    for (const probe of probes) score = Math.min(score, dotAt(space.rows, row * space.dimensions, probe));
    if (score <= bar || (within !== null && within[row] !== 1) || skip?.has(row) === true) continue;
    insert(best, { row, score });
    if (best.length > count) best.pop();
    if (best.length === count) bar = best.at(-1)?.score ?? bar;
  }
  return best;
}

function insert(best: RankedRow[], found: RankedRow): void {
  let at = best.length;
  while (at > 0 && (best[at - 1] as RankedRow).score < found.score) at -= 1;
  best.splice(at, 0, found);
}

/** Four sums, so that one addition need not wait for the other. */
function dotAt(rows: Vector, from: number, probe: Vector): number {
  const whole = probe.length - (probe.length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  let at = 0;
  for (; at < whole; at += 4) {
    a += (rows[from + at] as number) * (probe[at] as number);
    b += (rows[from + at + 1] as number) * (probe[at + 1] as number);
    c += (rows[from + at + 2] as number) * (probe[at + 2] as number);
    d += (rows[from + at + 3] as number) * (probe[at + 3] as number);
  }
  for (; at < probe.length; at++) a += (rows[from + at] as number) * (probe[at] as number);
  return a + b + c + d;
}
