/** What each further place in a note that is shown already is worth. */
const sameNote = 0.8;

/** Many sections of one note do not fill the first places. `hits`: best first, with the note of each. */
export function spreadOverNotes<Hit extends { row: { rootId: string }; score: number }>(
  hits: readonly Hit[],
): Hit[] {
  const shown = new Map<string, number>();
  return hits
    .map((hit) => {
      const before = shown.get(hit.row.rootId) ?? 0;
      shown.set(hit.row.rootId, before + 1);
      return { ...hit, score: hit.score * sameNote ** before };
    })
    .sort((a, b) => b.score - a.score);
}
