import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SearchHit } from '../../graph-schema/views/search-hit.ts';
import { useTRPC } from '../_trpc/client.ts';
import { settleHits } from './settle-hits.ts';

/** Signs; fewer find everything. */
const shortest = 3;

/** Places in the text, of one vault or of all: by words at each key, then the same list refined by what the words mean. */
export function useFoundTexts(
  asked: string,
  { vault, limit }: { vault: string | null; limit: number },
): { hits: SearchHit[]; isFetching: boolean } {
  const trpc = useTRPC();
  const isAsked = asked.length >= shortest;
  const what = { text: asked, limit, ...(vault !== null && { vaultId: vault }) };
  const first = useQuery(
    trpc.field.search.queryOptions(
      { ...what, mode: 'text' },
      { enabled: isAsked, placeholderData: keepPreviousData },
    ),
  );
  // a model is not asked about words that are typed over
  const isSettled = first.isSuccess && !first.isPlaceholderData;
  const refined = useQuery(
    trpc.field.search.queryOptions(
      { ...what, mode: 'fused' },
      { enabled: isAsked && isSettled, trpc: { abortOnUnmount: true } },
    ),
  );
  const shown = isAsked ? (first.data?.hits ?? []) : [];
  const better = isAsked && isSettled ? refined.data?.hits : undefined;
  return {
    hits: better === undefined ? shown : settleHits(shown, better, ({ sceneId }) => sceneId),
    isFetching: first.isFetching || (shown.length === 0 && refined.isFetching),
  };
}
