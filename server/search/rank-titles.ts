import { contentStems } from '../../models/words/stem.ts';

/** A whole note's title before a section's of the same words. */
const rootWorth = 0.1;

export interface RankedTitles {
  /** the scene whose title or alias is nearest to just the words asked first (Jaccard of stems) */
  ids: string[];
  /** those of them that are called just that */
  exact: string[];
}

export function rankTitles(
  scenes: readonly { id: string; names: readonly string[]; isRoot: boolean }[],
  asked: string,
): RankedTitles {
  const stems = new Set(contentStems(asked));
  const ranks = new Map(
    scenes.map(({ id, names, isRoot }) => {
      const nearness = Math.max(...names.map((name) => nearnessOf(new Set(contentStems(name)), stems)));
      return [id, nearness + (isRoot ? rootWorth : 0)] as const;
    }),
  );
  const ranked = [...ranks].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { ids: ranked.map(([id]) => id), exact: ranked.filter(([, rank]) => rank >= 1).map(([id]) => id) };
}

function nearnessOf(name: ReadonlySet<string>, asked: ReadonlySet<string>): number {
  const both = [...asked].filter((one) => name.has(one)).length;
  return both === 0 ? 0 : both / (name.size + asked.size - both);
}
