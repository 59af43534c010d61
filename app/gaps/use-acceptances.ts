'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs';
import { useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';

/** The pending proposals that a person ticks to see what accepting them would do; they are in the address. */
export function useChosen() {
  const [chosen, setChosen] = useQueryState('if', parseAsArrayOf(parseAsString).withDefault([]));
  return {
    chosen,
    clear: () => void setChosen(null),
    choose: (ids: readonly string[]) => void setChosen([...ids]),
    toggle: (id: string) =>
      void setChosen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])),
  };
}

/** What the field would be like with what is ticked; undefined while nothing is. */
export function usePreview(regions: readonly [string, string] | null) {
  const trpc = useTRPC();
  const [vault] = useVault();
  const { chosen } = useChosen();
  const { data } = useQuery({
    ...trpc.gaps.preview.queryOptions({
      ids: chosen,
      regions: regions && [regions[0], regions[1]],
      ...(vault !== null && { vaultId: vault }),
    }),
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
  });
  return chosen.length > 0 ? data : undefined;
}
