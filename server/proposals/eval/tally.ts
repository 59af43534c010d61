/** How well one method puts the hidden links first. All but `precision50` are means over hidden links. */
export interface Measures {
  mrr: number;
  hit1: number;
  hit5: number;
  hit10: number;
  /** share of hidden links among the vault's 50 most probable pairs; unlinked but good pairs count as wrong, so this is a lower bound */
  precision50: number;
}

export interface PerSource {
  /** share of sources with a hidden link whose first proposal is one */
  first: number;
  /** … one of whose first five is one */
  firstFive: number;
}

export interface Tally {
  add(scores: Float64Array, isHidden: readonly boolean[]): void;
  read(): Told;
}

interface Told {
  measures: Measures;
  filtered: Measures;
  perSource: PerSource;
  /** of each source with a hidden link, in the order they were added: the reciprocal ranks of those */
  reciprocal: number[][];
}

const topLength = 50;

/** Takes one source's scores after another. Ties share their middle rank. `filtered` ranks leave a source's other hidden links out of the race. */
export function createTally(): Tally {
  const ranks: number[] = [];
  const filtered: number[] = [];
  const reciprocal: number[][] = [];
  let top: { score: number; hit: boolean }[] = [];
  return {
    add(scores, isHidden) {
      const own: number[] = [];
      for (const [at, hidden] of isHidden.entries()) {
        if (!hidden) continue;
        own.push(midRank(scores, at));
        filtered.push(midRank(scores, at, isHidden));
      }
      ranks.push(...own);
      if (own.length > 0) reciprocal.push(own.map((rank) => 1 / rank));
      for (const [at, score] of scores.entries()) {
        if (top.length < topLength || score > (top.at(-1)?.score ?? -Infinity)) {
          top.push({ score, hit: isHidden[at] === true });
          if (top.length > 2 * topLength) top = cut(top);
        }
      }
      top = cut(top);
    },
    read() {
      const precision50 = share(top, ({ hit }) => hit);
      return {
        measures: { ...measure(ranks), precision50 },
        filtered: { ...measure(filtered), precision50 },
        perSource: {
          first: share(reciprocal, (own) => Math.max(...own) >= 1),
          firstFive: share(reciprocal, (own) => Math.max(...own) >= 1 / 5),
        },
        reciprocal,
      };
    },
  };
}

function cut(top: { score: number; hit: boolean }[]) {
  return top.toSorted((a, b) => b.score - a.score).slice(0, topLength);
}

function midRank(scores: Float64Array, at: number, leftOut: readonly boolean[] = []): number {
  const own = scores[at] ?? 0;
  let greater = 0;
  let same = 0;
  for (const [other, score] of scores.entries()) {
    if (other === at || leftOut[other] === true) continue;
    if (score > own) greater += 1;
    else if (score === own) same += 1;
  }
  return 1 + greater + same / 2;
}

function measure(ranks: readonly number[]): Omit<Measures, 'precision50'> {
  const within = (most: number) => share(ranks, (rank) => rank <= most);
  const reciprocal = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / (ranks.length || 1);
  return { mrr: reciprocal, hit1: within(1), hit5: within(5), hit10: within(10) };
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / (items.length || 1);
}
