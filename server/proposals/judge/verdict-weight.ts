/** One candidate of one source: what the ranker said, what the judge said, and whether its link was hidden. */
export interface JudgedCandidate {
  score: number;
  /** 0 … 1 */
  probability: number;
  isHidden: boolean;
}

/** How verdicts enter the score: `weight` times their standardised log-odds. */
export interface VerdictScale {
  weight: number;
  centre: number;
  spread: number;
}

const weights = [0.25, 0.5, 1, 2, 4];
/** A verdict as sure as it can be moves a pair no further. */
const furthest = 3;

export function verdictTerm({ weight, centre, spread }: VerdictScale, probability: number): number {
  const z = (logOdds(probability) - centre) / (spread || 1);
  return weight * Math.max(-furthest, Math.min(furthest, z));
}

/** The weight that puts hidden links of these sources highest. Never 0: whether any is worth it is another question. */
export function fitVerdicts(sources: readonly (readonly JudgedCandidate[])[]): VerdictScale {
  const odds = sources.flat().map(({ probability }) => logOdds(probability));
  const centre = odds.reduce((sum, each) => sum + each, 0) / (odds.length || 1);
  const spread = Math.sqrt(odds.reduce((sum, each) => sum + (each - centre) ** 2, 0) / (odds.length || 1));
  const scales = weights.map((weight) => ({ weight, centre, spread }));
  const worth = scales.map((scale) =>
    sources.flatMap((source) => gains(source, scale)).reduce((sum, gain) => sum + gain, 0),
  );
  return scales[worth.indexOf(Math.max(...worth))] ?? { weight: 0.25, centre, spread };
}

/** For each hidden link among a source's candidates: its reciprocal rank with the verdicts less that without. */
export function gains(source: readonly JudgedCandidate[], scale: VerdictScale): number[] {
  const before = source.map(({ score }) => score);
  const after = source.map(({ score, probability }) => score + verdictTerm(scale, probability));
  return source.flatMap(({ isHidden }, at) => (isHidden ? [1 / rank(after, at) - 1 / rank(before, at)] : []));
}

export function reciprocalRanks(source: readonly JudgedCandidate[]): number[] {
  const scores = source.map(({ score }) => score);
  return source.flatMap(({ isHidden }, at) => (isHidden ? [1 / rank(scores, at)] : []));
}

/** Ties share their middle. */
function rank(scores: readonly number[], at: number): number {
  const own = scores[at] ?? 0;
  const higher = scores.filter((score) => score > own).length;
  const same = scores.filter((score) => score === own).length - 1;
  return 1 + higher + same / 2;
}

function logOdds(probability: number): number {
  const inside = Math.min(1 - 1e-4, Math.max(1e-4, probability));
  return Math.log(inside / (1 - inside));
}
