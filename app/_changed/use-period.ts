'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryStates } from 'nuqs';
import { useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';

const day = /^\d{4}-\d{2}-\d{2}$/u;
const parts = { since: parseAsString.withDefault(''), until: parseAsString.withDefault('') };

/** The period that is looked at; it is in the address. */
export function usePeriod() {
  const [asked, set] = useQueryStates(parts, { history: 'replace' });
  const period = {
    ...(day.test(asked.since) && { since: asked.since }),
    ...(day.test(asked.until) && { until: asked.until }),
  };
  return {
    period,
    isSet: period.since !== undefined || period.until !== undefined,
    /** a day that is '' opens that end */
    choose: (next: { since?: string; until?: string }) =>
      void set({ since: next.since ?? '', until: next.until ?? '' }),
    leave: () => void set(null),
  };
}

/** What came into the field in the period; asked once it is wanted. */
export function useChanged(isWanted = true) {
  const trpc = useTRPC();
  const [vault] = useVault();
  const { period } = usePeriod();
  return useQuery(
    trpc.field.changed.queryOptions(
      { ...period, ...(vault !== null && { vault }) },
      { placeholderData: keepPreviousData, enabled: isWanted },
    ),
  );
}
