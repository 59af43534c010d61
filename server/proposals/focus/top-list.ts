/** Sums of scores by note, of which the best are asked for; emptied for the next without going through all notes. */
export interface TopList {
  add(at: number, score: number): void;
  best(most: number, isWanted: (at: number) => boolean): { at: number; score: number }[];
  clear(): void;
}

export function createTopList(size: number): TopList {
  const sums = new Float32Array(size);
  let touched: number[] = [];
  return {
    add(at, score) {
      if (sums[at] === 0) touched.push(at);
      sums[at] = (sums[at] ?? 0) + score;
    },
    best(most, isWanted) {
      const wanted = touched.filter(isWanted).map((at) => ({ at, score: sums[at] ?? 0 }));
      return wanted.sort((a, b) => b.score - a.score || a.at - b.at).slice(0, most);
    },
    clear() {
      for (const at of touched) sums[at] = 0;
      touched = [];
    },
  };
}
