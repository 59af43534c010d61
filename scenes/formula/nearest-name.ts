/** What a mistyped word may have meant: the nearest of these, at most two slips away and less than half the word; '' where none is. */
export function nearestName(word: string, names: readonly string[]): string {
  const plain = word.toLowerCase().replaceAll('ё', 'е');
  const ranked = names
    .map((name) => ({ name, slips: slipsBetween(plain, name) }))
    .sort((a, b) => a.slips - b.slips);
  const [best] = ranked;
  return best && best.slips <= 2 && best.slips * 2 < plain.length ? best.name : '';
}

/** Letters to put in, take out or change (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
