'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../_trpc/client.ts';

/** The note that a scene is of: what stands on the map. Undefined until that is known, null where there is no scene. */
export function useRootOf(scene: string | null): string | null | undefined {
  const { data } = useQuery(
    useTRPC().field.scene.queryOptions({ id: scene ?? '' }, { enabled: scene !== null }),
  );
  return scene === null ? null : data?.rootId;
}
