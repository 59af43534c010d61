import { isStopWord, stem, wordsOf } from '../../../models/words/stem.ts';

/** Of a set of texts: which stems each has, how often, and how each stem is mostly written. */
export interface Stems {
  texts: Map<number, number>[];
  forms: string[];
  /** in all texts */
  counts: number[];
  /** texts with it */
  spread: number[];
  read(text: string): Map<number, number>;
}

export function stemTexts(texts: readonly string[]): Stems {
  const places = new Map<string, number>();
  const forms: Map<string, number>[] = [];
  const read = (text: string, isKnown: boolean): Map<number, number> => {
    const found = new Map<number, number>();
    for (const { text: word } of wordsOf(text)) {
      if (isStopWord(word)) continue;
      const key = stem(word);
      if (!places.has(key)) {
        if (isKnown) continue;
        places.set(key, forms.push(new Map()) - 1);
      }
      const at = places.get(key) ?? 0;
      raise(found, at);
      if (!isKnown) raise(forms[at] ?? new Map(), word.toLowerCase());
    }
    return found;
  };
  const counted = texts.map((text) => read(text, false));
  const totals = forms.map((written) => [...written.values()].reduce((sum, count) => sum + count, 0));
  const spread = forms.map(() => 0);
  for (const text of counted) for (const at of text.keys()) spread[at] = (spread[at] ?? 0) + 1;
  return {
    texts: counted,
    forms: forms.map((written) => [...written].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''),
    counts: totals,
    spread,
    read: (text) => read(text, true),
  };
}

function raise<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
