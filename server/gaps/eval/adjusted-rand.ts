/** Adjusted Rand index of two partitions of the same items (Hubert and Arabie, Comparing partitions, 1985): 1 the same, 0 chance. */
export function adjustedRand(a: readonly string[], b: readonly string[]): number {
  const both = countOf(a.map((group, at) => `${group}\n${b[at] ?? ''}`));
  const [inA, inB] = [pairsWithin(countOf(a)), pairsWithin(countOf(b))];
  const all = (a.length * (a.length - 1)) / 2;
  if (all === 0) return 1;
  const chance = (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === chance ? 1 : (pairsWithin(both) - chance) / (most - chance);
}

function countOf(items: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts.values()];
}

function pairsWithin(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
