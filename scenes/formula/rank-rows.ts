import { rowOf, type Space } from './space.ts';
import { dot, type Vector } from './vectors.ts';

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

/** The rows that lie nearest to all probes at once, best first: exact, whether all are looked at or only those that contend. */
export function rankRows(space: Space, { probes, count, skip, within = null }: RankInput): RankedRow[] {
  const [probe, ...more] = probes;
  const isPlain = probe !== undefined && more.length === 0 && within === null;
  const contenders = isPlain ? space.contenders?.(probe, count + (skip?.size ?? 0)) : undefined;
  const best: RankedRow[] = [];
  let bar = Number.NEGATIVE_INFINITY;
  const take = (row: number, score: number): void => {
    if (score <= bar || (within !== null && within[row] !== 1) || skip?.has(row) === true) return;
    insert(best, { row, score });
    if (best.length > count) best.pop();
    if (best.length === count) bar = best.at(-1)?.score ?? bar;
  };
  if (probe && contenders) for (const row of contenders) take(row, dot(rowOf(space, row), probe));
  else leastScores(space, probes).forEach((score, row) => take(row, score));
  return best;
}

function insert(best: RankedRow[], found: RankedRow): void {
  let at = best.length;
  while (at > 0 && (best[at - 1] as RankedRow).score < found.score) at -= 1;
  best.splice(at, 0, found);
}

/** Of each row its cosine with the probe that it is least like. */
function leastScores({ rows, count, dimensions }: Space, probes: readonly Vector[]): Float64Array {
  const least = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  for (const probe of probes) {
    for (let row = 0, from = 0; row < count; row++, from += dimensions) {
      let sum = 0;
      for (let at = 0; at < dimensions; at++) sum += (rows[from + at] as number) * (probe[at] as number);
      if (sum < (least[row] as number)) least[row] = sum;
    }
  }
  return least;
}
