'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { JudgeView } from '../../graph-schema/views/judge-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './settings.module.css';

/** Whether a model may judge links: tested vault by vault, offered only where the test shows that it pays. */
export function JudgeSection() {
  const t = useTranslations('settings');
  const trpc = useTRPC();
  const judges = useQuery(trpc.judge.view.queryOptions(undefined, { refetchInterval: 4000 }));
  const { data } = judges;
  if (data?.vaults.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{t('sections.judge')}</h2>
      <div className={styles.card} data-testid="judge">
        {judges.error && <FaultPanel error={judges.error} onRetry={() => void judges.refetch()} />}
        <p className={styles.row}>{t('judge.about')}</p>
        {data?.model === null && <p className={styles.row}>{t('judge.noModel')}</p>}
        {data?.model != null &&
          data.vaults.map((each) => <JudgeRow key={each.vaultId} judge={each} model={data.model ?? ''} />)}
      </div>
    </section>
  );
}

function JudgeRow({ judge, model }: { judge: JudgeView; model: string }) {
  const t = useTranslations('settings.judge');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const words = useTrialWords();
  const jobs = useQuery(trpc.jobs.list.queryOptions());
  const running = jobs.data?.find(
    ({ name, about, state }) =>
      name === 'judge' && about === judge.vault && ['queued', 'running', 'paused'].includes(state),
  );
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: trpc.judge.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.jobs.pathKey() });
  };
  const test = useMutation(trpc.judge.test.mutationOptions({ onSuccess: refresh, onError: notices.fault }));
  const cancel = useMutation(
    trpc.jobs.cancel.mutationOptions({ onSuccess: refresh, onError: notices.fault }),
  );
  const turn = useMutation(trpc.judge.turn.mutationOptions({ onSuccess: refresh, onError: notices.fault }));
  const { trial, isOn, vaultId } = judge;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span className={styles.strong}>{judge.vault}</span>
        {running ? (
          <output>
            {running.total === null
              ? t('starting', { model })
              : t('running', { model, done: running.done, total: running.total })}
          </output>
        ) : (
          <span>{trial === null ? t('untested', { model }) : words(trial)}</span>
        )}
        {trial?.pays && !running && <span className={styles.faint}>{t(isOn ? 'on' : 'off')}</span>}
      </div>
      {trial?.pays && !running && (
        <Button disabled={turn.isPending} onClick={() => turn.mutate({ vaultId, isOn: !isOn })}>
          {t(isOn ? 'turnOff' : 'turnOn')}
        </Button>
      )}
      {running ? (
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate({ id: running.id })}>
          {t('cancel')}
        </Button>
      ) : (
        <Button disabled={test.isPending} onClick={() => test.mutate({ vaultId })}>
          {t(trial === null ? 'test' : 'again')}
        </Button>
      )}
    </div>
  );
}

function useTrialWords(): (trial: NonNullable<JudgeView['trial']>) => string {
  const t = useTranslations('settings.judge');
  const { decimal } = useMeasures();
  return ({ model, links, before, after, interval: [low, high], pays }) => {
    const result = pays ? 'pays' : high < 0 ? 'harms' : 'unsure';
    const values = {
      model,
      links,
      before: decimal(100 * before),
      after: decimal(100 * after),
      low: decimal(100 * low),
      high: decimal(100 * high),
    };
    return `${t(`found.${result}`, values)} ${t('figures', values)}`;
  };
}
