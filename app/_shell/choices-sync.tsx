'use client';
import { useQuery } from '@tanstack/react-query';
import { useTheme } from 'next-themes';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { Language } from '../../graph-schema/views/settings-view.ts';
import { useTRPC } from '../_trpc/client.ts';
import { keepLanguage } from './language.ts';

/** Language and theme are kept in the home; a browser that has not heard of them yet takes them over once. */
export function ChoicesSync({ language }: { language: Language }) {
  const { data } = useQuery(useTRPC().settings.read.queryOptions());
  const { setTheme } = useTheme();
  const router = useRouter();
  const isTaken = useRef(false);

  useEffect(() => {
    if (data === undefined || isTaken.current) return;
    isTaken.current = true;
    setTheme(data.theme);
    if (data.language !== null && data.language !== language) {
      keepLanguage(data.language);
      router.refresh();
    }
  }, [data, language, setTheme, router]);
  return null;
}
