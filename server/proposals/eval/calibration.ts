/** How far said probabilities are from what came true, among the surest pairs: of all, an overall figure says nothing where one pair in 150 is a link. */
export interface Calibration {
  /** log-odds of pairs, and which of them were links */
  add(scores: ArrayLike<number>, isLink: readonly boolean[]): void;
  /** Expected calibration error over ten bins of probability: mean distance of what was said and what was seen, 0–1. */
  read(): number;
}

const topShare = 0.02;
const bins = 10;

export function createCalibration(): Calibration {
  const pairs: { score: number; isLink: boolean }[] = [];
  return {
    add(scores, isLink) {
      for (const [at, link] of isLink.entries()) pairs.push({ score: scores[at] ?? 0, isLink: link });
    },
    read() {
      const top = pairs.toSorted((a, b) => b.score - a.score).slice(0, Math.ceil(topShare * pairs.length));
      const off = Array.from({ length: bins }, () => 0);
      for (const { score, isLink } of top) {
        const said = 1 / (1 + Math.exp(-score));
        const bin = Math.min(bins - 1, Math.floor(said * bins));
        off[bin] = (off[bin] ?? 0) + said - (isLink ? 1 : 0);
      }
      return off.reduce((sum, each) => sum + Math.abs(each), 0) / (top.length || 1);
    },
  };
}
