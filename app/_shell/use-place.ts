'use client';
import { usePathname, useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { type Place, places, useSelectedScene, useVault } from './url-state.ts';

/** Where the person is, and the way elsewhere: the vault and the selected scene go along. */
export function usePlace() {
  const path = usePathname();
  const router = useRouter();
  const [vault] = useVault();
  const [scene] = useSelectedScene();
  return useMemo(() => {
    function addressOf(place: Place, more: Record<string, string> = {}): string {
      const asked = new URLSearchParams({
        ...(vault !== null && { vault }),
        ...(scene !== null && { scene }),
        ...more,
      });
      return asked.size > 0 ? `/${place}?${asked}` : `/${place}`;
    }
    return {
      place: places.find((one) => path.startsWith(`/${one}`)) ?? null,
      addressOf,
      go: (place: Place, more?: Record<string, string>) => router.push(addressOf(place, more)),
    };
  }, [path, router, vault, scene]);
}
