'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { LearningView } from '../../graph-schema/views/learning-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useEffectWords } from '../_scene/use-effect-words.ts';
import { useNotices } from '../_shell/notices.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useTRPC } from '../_trpc/client.ts';
import styles from './settings.module.css';

/** What the decisions taught the queue, in words; how much was accepted before and now; forgetting it. */
export function LearningSection() {
  const t = useTranslations('settings');
  const ta = useTranslations('shell.acts');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { undo } = useUndo();
  const learned = useQuery(trpc.proposals.learned.queryOptions());
  const forget = useMutation(
    trpc.proposals.forget.mutationOptions({
      onSuccess() {
        notices.say(t('learning.forgotten'), { label: ta('undo'), run: () => undo() });
        void queryClient.invalidateQueries({ queryKey: trpc.proposals.pathKey() });
      },
      onError: notices.fault,
    }),
  );
  const { data } = learned;
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{t('sections.learning')}</h2>
      <div className={styles.card} data-testid="learning">
        {learned.error && <FaultPanel error={learned.error} onRetry={() => void learned.refetch()} />}
        {data === undefined && !learned.error && <SkeletonLines widths={[0.7, 0.5]} />}
        {data && <Learned learned={data} />}
        {data && data.fromPacks.decisions > 0 && <FromPacks fromPacks={data.fromPacks} />}
        {data && data.decisions > 0 && (
          <div className={styles.row}>
            <span className={[styles.words, styles.faint].join(' ')}>{t('learning.forgetText')}</span>
            <Button disabled={forget.isPending} onClick={() => forget.mutate()}>
              {t('learning.forget')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Learned({ learned: { decisions, effects, before, now } }: { learned: LearningView }) {
  const t = useTranslations('settings.learning');
  const wordsOf = useEffectWords();
  const said =
    decisions === 0 ? t('none') : t(effects.length > 0 ? 'counted' : 'unsure', { count: decisions });
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span>{said}</span>
        {effects.map((each) => (
          <span key={each.kind + each.name} className={styles.strong}>
            {wordsOf(each)}
          </span>
        ))}
        {decisions > 0 && (
          <span className={styles.faint}>
            {before === null || now === null
              ? t('shareLater')
              : t('share', { before: before.accepted, of: before.of, now: now.accepted, ofNow: now.of })}
          </span>
        )}
      </div>
    </div>
  );
}

function FromPacks({ fromPacks: { decisions, learned } }: { fromPacks: LearningView['fromPacks'] }) {
  const t = useTranslations('settings.learning');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const choose = useMutation(
    trpc.proposals.learnFromPacks.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.proposals.pathKey() }),
      onError: notices.fault,
    }),
  );
  return (
    <div className={styles.row}>
      <span className={styles.words}>{t(learned ? 'packsLearned' : 'packs', { count: decisions })}</span>
      <Button disabled={choose.isPending} onClick={() => choose.mutate({ learns: !learned })}>
        {t(learned ? 'packsLeave' : 'packsTake')}
      </Button>
    </div>
  );
}
