'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowRight, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Gap, GapsView } from '../../graph-schema/views/gap.ts';
import { Button } from '../_controls/button.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import { usePropose } from '../_shell/commands.ts';
import { useNotices } from '../_shell/notices.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { usePlace } from '../_shell/use-place.ts';
import { useTRPC } from '../_trpc/client.ts';
import { type Pair, regionsOf } from './find-pair.ts';
import { Preview } from './preview.tsx';
import { SettleAct } from './settle-act.tsx';
import { useChosen } from './use-acceptances.ts';
import styles from './gap-panel.module.css';
import { useQuotes } from '../_shell/use-quotes.ts';

interface Props {
  view: GapsView;
  gap: Gap | null;
  pair: Pair | null;
  onClose: () => void;
}

/** One gap: what there is, what was expected, where it shows and what would close it. */
export function GapPanel({ view, gap, pair, onClose }: Props) {
  const t = useTranslations('gaps.panel');
  const ts = useTranslations('shell.acts');
  const title =
    gap?.title ?? (pair && `${view.regions[pair.from]?.name} ↔ ${view.regions[pair.to]?.name}`) ?? '';
  return (
    <aside className={styles.panel} aria-label={t('label')} data-testid="gap-panel">
      <header className={styles.head}>
        <p className={styles.faint}>{t('label')}</p>
        <IconButton label={ts('close')} icon={<X size={17} aria-hidden />} onClick={onClose} />
      </header>
      <h2 className={styles.title}>{title}</h2>
      {pair && <PairFacts view={view} pair={pair} />}
      {pair?.isSettled && <p className={styles.faint}>{t('isSettled')}</p>}
      {gap && gap.evidence.length > 0 && <Quotes gap={gap} />}
      {gap && gap.kind !== 'open_question' && <Closes gap={gap} />}
      <Preview view={view} pair={pair} />
      <Acts view={view} gap={gap} pair={pair} />
    </aside>
  );
}

function PairFacts({ view, pair }: { view: GapsView; pair: Pair }) {
  const t = useTranslations('gaps.panel');
  const { count, decimal } = useMeasures();
  const lower = view.matrix.filter(({ alike }) => alike < pair.alike).length;
  const { chance } = pair;
  const facts = [
    [t('joined'), count(pair.joined)],
    [t(view.basis === 'counting' && chance === null ? 'byDegrees' : 'expected'), decimal(pair.expected)],
    ...(chance === null
      ? []
      : [
          [
            t('chance'),
            t('chanceRange', {
              mean: decimal(chance.mean),
              low: decimal(chance.low),
              high: decimal(chance.high),
            }),
          ],
        ]),
    [t('alike'), t('alikeRank', { count: lower, of: view.matrix.length })],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Quotes({ gap }: { gap: Gap }) {
  const t = useTranslations('gaps.panel');
  const { quoted } = useQuotes();
  const [, setScene] = useSelectedScene();
  return (
    <section className={styles.section}>
      <h3 className={styles.label}>{gap.kind === 'missing_scene' ? t('calls') : t('evidence')}</h3>
      <ul className={styles.cards}>
        {gap.evidence.slice(0, 8).map(({ sceneId, title, start, shown }) => (
          <li key={`${sceneId}${start}`}>
            <button type="button" className={styles.card} onClick={() => void setScene(sceneId)}>
              <span>{title}</span>
              <span className={styles.quote}>{quoted(shown.replaceAll(/\s+/g, ' '))}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Closes({ gap }: { gap: Gap }) {
  const t = useTranslations('gaps.panel');
  const { go } = usePlace();
  const [, setScene] = useSelectedScene();
  const { chosen, toggle } = useChosen();
  const isMissing = gap.kind === 'missing_scene';
  // what would close it is not the scene that is missing
  const closes = gap.closes.filter(({ proposalId }) => !isMissing || proposalId !== undefined);
  if (isMissing && closes.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.label}>{t('closes')}</h3>
      {closes.length === 0 && <p className={styles.faint}>{t('none')}</p>}
      <ul className={styles.cards}>
        {closes.map(({ proposalId, sceneId, title }) => (
          <li key={proposalId ?? sceneId ?? title} className={styles.choice}>
            {proposalId !== undefined && (
              <input
                type="checkbox"
                checked={chosen.includes(proposalId)}
                aria-label={t('ifAccepted', { title: title ?? '' })}
                onChange={() => toggle(proposalId)}
              />
            )}
            <button
              type="button"
              className={styles.open}
              onClick={() => {
                if (proposalId !== undefined) go('review', { proposal: proposalId });
                else if (sceneId !== undefined) void setScene(sceneId);
              }}
            >
              {title ?? '…'}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ view, gap, pair }: Omit<Props, 'onClose'>) {
  const t = useTranslations('gaps.panel');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { go } = usePlace();
  const [, setScene] = useSelectedScene();
  const propose = usePropose();
  const draft = useMutation(
    trpc.proposals.draft.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.jobs.list.queryKey() }),
      onError: notices.fault,
    }),
  );
  const proposal = gap?.closes.find(({ proposalId }) => proposalId !== undefined)?.proposalId;
  const sceneId = gap?.sceneId;
  const regions = pair && regionsOf(view, pair);
  const region =
    pair === null ? (gap?.kind === 'hanging_region' ? gap.regions?.[0]?.id : undefined) : regions?.[0];
  return (
    <div className={styles.acts}>
      {proposal !== undefined && (
        <Button look="main" onClick={() => go('review', { proposal })}>
          {t('review')} <ArrowRight size={15} aria-hidden />
        </Button>
      )}
      {proposal === undefined && region !== undefined && (
        <Button
          look="main"
          disabled={propose.isPending || propose.isSuccess}
          onClick={() =>
            propose.mutate({ kind: 'link', regionId: region, ...(regions && { toRegionId: regions[1] }) })
          }
        >
          {t('propose')}
        </Button>
      )}
      {gap?.kind === 'missing_scene' && sceneId !== undefined && (
        <Button
          look={proposal === undefined ? 'main' : 'plain'}
          disabled={draft.isPending || draft.isSuccess}
          onClick={() => draft.mutate({ sceneId })}
        >
          {draft.isPending || draft.isSuccess ? t('drafting') : t('draft')}
        </Button>
      )}
      {(gap?.kind === 'lone_scene' || gap?.kind === 'open_question') && sceneId !== undefined && (
        <Button
          look="main"
          disabled={propose.isPending}
          onClick={() => propose.mutate({ kind: 'link', sceneId })}
        >
          {t('propose')}
        </Button>
      )}
      {sceneId !== undefined && <Button onClick={() => void setScene(sceneId)}>{t('open')}</Button>}
      {pair !== null && regions && (pair.gap > 0 || pair.isSettled) && (
        <SettleAct of={regions} isSettled={pair.isSettled} />
      )}
      {gap?.kind === 'missing_scene' && sceneId !== undefined && (
        <SettleAct of={[sceneId]} isSettled={false} />
      )}
      {pair !== null && (
        <Button
          onClick={() =>
            go('field', {
              hide: view.regions
                .filter((_, index) => index !== pair.from && index !== pair.to)
                .map(({ id }) => id)
                .join(','),
            })
          }
        >
          {t('map')}
        </Button>
      )}
    </div>
  );
}
