'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TalkSummary as Summary } from '../../../graph-schema/views/conversation-view.ts';
import { Button } from '../../_controls/button.tsx';
import { useNotices } from '../../_shell/notices.tsx';
import { useTRPC } from '../../_trpc/client.ts';
import styles from './talk.module.css';

/** What older turns came to; a person may correct it. */
export function TalkSummary({ summary: { id, text } }: { summary: Summary }) {
  const t = useTranslations('conversation');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [typed, setTyped] = useState(text);
  const correct = useMutation(
    trpc.conversation.correct.mutationOptions({
      onSuccess() {
        notices.say(t('saved'));
        void queryClient.invalidateQueries({ queryKey: trpc.conversation.pathKey() });
      },
      onError: notices.fault,
    }),
  );
  return (
    <details className={styles.summary}>
      <summary>{t('summaryOf')}</summary>
      <p className={styles.faint}>{t('summaryHint')}</p>
      <textarea
        className={styles.summaryText}
        aria-label={t('summaryOf')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
      />
      <Button
        disabled={typed === text || correct.isPending}
        onClick={() => correct.mutate({ id, text: typed })}
      >
        {t('save')}
      </Button>
    </details>
  );
}
