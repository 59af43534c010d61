'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTheme } from 'next-themes';
import { useRouter } from 'next/navigation';
import type { Language, Theme } from '../../graph-schema/views/settings-view.ts';
import { useTRPC } from '../_trpc/client.ts';
import { keepLanguage } from './language.ts';
import { useNotices } from './notices.tsx';

/** Language and theme: changed at once here, then kept in the home. */
export function useChoices() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const router = useRouter();
  const { setTheme } = useTheme();
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess: (settings) => queryClient.setQueryData(trpc.settings.read.queryKey(), settings),
      onError: notices.fault,
    }),
  );
  return {
    chooseTheme(theme: Theme) {
      setTheme(theme);
      update.mutate({ theme });
    },
    chooseLanguage(language: Language) {
      keepLanguage(language);
      update.mutate({ language });
      router.refresh();
    },
  };
}
