'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import type { SceneId } from '../../graph-schema/ids.ts';
import { useTRPC } from '../_trpc/client.ts';

/** The two scenes whose link is looked at; both ids are in the address. */
export function useJoin() {
  const trpc = useTRPC();
  const [text, set] = useQueryState('join', parseAsString.withDefault('').withOptions({ history: 'push' }));
  const [from = '', to = ''] = text.split(',') as SceneId[];
  const isAsked = from !== '' && to !== '';
  const join = useQuery(
    trpc.field.join.queryOptions({ from, to }, { enabled: isAsked, placeholderData: keepPreviousData }),
  );
  return {
    isAsked,
    join,
    ask: (one: string, other: string) => void set(`${one},${other}`),
    leave: () => void set(null),
  };
}
