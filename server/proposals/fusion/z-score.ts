const lowest = -6;
const highest = 8;

/** How many standard deviations each of `targets` stands from their mean in the row, clipped −6…8; all 0 where they do not differ. */
export function zScores(row: Float64Array, targets: readonly number[]): Float64Array {
  let sum = 0;
  for (const target of targets) sum += row[target] ?? 0;
  const mean = sum / (targets.length || 1);
  let squares = 0;
  for (const target of targets) squares += ((row[target] ?? 0) - mean) ** 2;
  const deviation = Math.sqrt(squares / (targets.length || 1));
  if (deviation < 1e-12) return new Float64Array(targets.length);
  const scores = new Float64Array(targets.length);
  for (let at = 0; at < targets.length; at += 1) {
    const z = ((row[targets[at] ?? 0] ?? 0) - mean) / deviation;
    scores[at] = Math.min(highest, Math.max(lowest, z));
  }
  return scores;
}
