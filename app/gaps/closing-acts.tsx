'use client';
import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { GapsView } from '../../graph-schema/views/gap.ts';
import { Button } from '../_controls/button.tsx';
import { usePropose } from '../_shell/commands.ts';
import { isOpen } from '../_shell/job-tray.tsx';
import { useVault } from '../_shell/url-state.ts';
import { usePlace } from '../_shell/use-place.ts';
import { useTRPC } from '../_trpc/client.ts';
import { useChosen } from './use-acceptances.ts';
import styles from './zones.module.css';

/** The way to what would close the gaps: decide it one by one, look for what is not there yet, or see first what the fewest acceptances would do. */
export function ClosingActs({ view }: { view: GapsView }) {
  const t = useTranslations('gaps.zones');
  const trpc = useTRPC();
  const [vault] = useVault();
  const { go } = usePlace();
  const propose = usePropose();
  const { chosen, choose, clear } = useChosen();
  const isDark = view.zones.some(({ isLit }) => !isLit);
  const { data: plan = [] } = useQuery({
    ...trpc.gaps.plan.queryOptions(vault === null ? {} : { vaultId: vault }),
    enabled: isDark || view.matrix.length > 0,
  });
  // nothing waits that would join them
  const open = view.gaps.filter(({ kind, closes }) => kind === 'region_pair' && closes.length === 0).length;
  const { data: jobs = [] } = useQuery(trpc.jobs.list.queryOptions());
  const searches = jobs.filter(({ name }) => name === 'propose');
  const isLooking = propose.isPending || searches.some(isOpen);
  const wasLooked = !isLooking && searches.some(({ state }) => state === 'done');
  const isWanting = open > 0 || (isDark && plan.length === 0);
  if (plan.length + chosen.length === 0 && !isWanting) return null;
  return (
    <>
      <div className={styles.acts}>
        {plan.length > 0 && (
          <Button look="main" onClick={() => go('review', { show: 'across' })}>
            {t('decide')} <ArrowRight size={15} aria-hidden />
          </Button>
        )}
        {isWanting && (
          <Button
            look={plan.length === 0 && !wasLooked ? 'main' : 'plain'}
            disabled={isLooking}
            onClick={() => propose.mutate(vault === null ? {} : { vault })}
          >
            {isLooking ? t('looking') : wasLooked ? t('lookAgain') : t('look')}
          </Button>
        )}
        {plan.length > 0 && (
          <Button onClick={() => choose(plan.map(({ id }) => id))}>
            {t('plan', { count: plan.length })}
          </Button>
        )}
        {chosen.length > 0 && (
          <Button look="quiet" onClick={clear}>
            {t('clear')}
          </Button>
        )}
      </div>
      {open > 0 && wasLooked && <p className={styles.wants}>{t('nothingFor', { count: open })}</p>}
      {chosen.length > 0 && <Ticked of={plan} />}
    </>
  );
}

/** What is ticked, each to be unticked. */
function Ticked({ of: proposals }: { of: readonly { id: string; title: string }[] }) {
  const { chosen, toggle } = useChosen();
  return (
    <ul className={styles.list}>
      {proposals.map(({ id, title }) => (
        <li key={id}>
          <label className={styles.zone}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>{title}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
