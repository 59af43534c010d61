/** The notes that have a word, side by side with what it weighs in each: (1 + ln tf) over the length of the note. */
export interface Posting {
  notes: Int32Array;
  weights: Float32Array;
}

/** Takes the words of one note after another. */
export interface RareWords {
  add(stems: readonly string[]): void;
  /** Words that stand in more notes than `mostNotes` are left out. */
  finish(mostNotes: number): Map<string, Posting>;
}

export function createRareWords(): RareWords {
  const growing = new Map<string, { notes: number[]; weights: number[] }>();
  let note = 0;
  return {
    add(stems) {
      const counts = new Map<string, number>();
      for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      const length = Math.sqrt(counts.size) || 1;
      for (const [stem, count] of counts) {
        const list = growing.get(stem) ?? { notes: [], weights: [] };
        list.notes.push(note);
        list.weights.push((1 + Math.log(count)) / length);
        growing.set(stem, list);
      }
      note += 1;
    },
    finish(mostNotes) {
      const postings = new Map<string, Posting>();
      for (const [stem, { notes, weights }] of growing) {
        if (notes.length <= mostNotes)
          postings.set(stem, { notes: Int32Array.from(notes), weights: Float32Array.from(weights) });
        growing.delete(stem);
      }
      return postings;
    },
  };
}
