'use client';
import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';

const parts = {
  /** scenes that a person marked, joined by a comma */
  mark: parseAsString.withDefault(''),
  /** scenes taken out of sight one by one */
  veil: parseAsString.withDefault(''),
  /** regions that stand as one each */
  fold: parseAsString.withDefault(''),
};

/** What is marked, out of sight and collapsed on the map and in its table. All of it is in the address. */
export function useMarks() {
  const [{ mark, veil, fold }, set] = useQueryStates(parts, { history: 'replace' });
  return useMemo(() => {
    const [marked, veiled, folded] = [listOf(mark), listOf(veil), listOf(fold)];
    const put = (key: keyof typeof parts, ids: readonly string[]) =>
      void set({ [key]: ids.length === 0 ? null : [...new Set(ids)].join(',') });
    return {
      marked,
      veiled,
      folded,
      setMarked: (ids: readonly string[]) => put('mark', ids),
      toggleMarked: (id: string) => put('mark', toggled(marked, id)),
      setVeiled: (ids: readonly string[]) => put('veil', ids),
      setFolded: (ids: readonly string[]) => put('fold', ids),
      /** Out of sight, and no longer marked. */
      hide: (ids: readonly string[]) =>
        void set({
          veil: [...new Set([...veiled, ...ids])].join(','),
          mark: marked.filter((id) => !ids.includes(id)).join(',') || null,
        }),
    };
  }, [mark, veil, fold, set]);
}

function listOf(text: string): string[] {
  return text.split(',').filter((id) => id !== '');
}

function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}
