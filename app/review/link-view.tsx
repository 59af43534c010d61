'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './link-view.module.css';
import { Joins } from './joins.tsx';
import { Lights } from './lights.tsx';
import { ModelWords } from './model-words.tsx';
import { ScenePane } from './scene-pane.tsx';
import { SignalBars } from './signal-bars.tsx';

/** A proposed link: the relation as a sentence, both scenes with their quotes lit, and why. */
export function LinkView({ proposal }: { proposal: Proposal }) {
  const t = useTranslations('review');
  const trpc = useTRPC();
  const { kind } = proposal;
  const from = useQuery(trpc.field.scene.queryOptions({ id: proposal.from.id }));
  const to = useQuery(trpc.field.scene.queryOptions({ id: proposal.to.id }));
  const [a, b] = [from.data?.region, to.data?.region];
  return (
    <div className={styles.link}>
      <header className={styles.head}>
        <h2 className={styles.sentence} data-testid="sentence">
          {proposal.from.title}{' '}
          <span className={styles.relation}>— {t(`relation.${proposal.relation}`)} —</span>{' '}
          {proposal.to.title}
        </h2>
        {a && b && <Joins proposal={proposal} regions={[a, b]} />}
        {from.data && to.data && !(a && b) && <Lights proposal={proposal} />}
      </header>
      {(kind === 'relation' || kind === 'answer' || kind === 'contradiction') && (
        <p className={styles.cue}>{t(`lead.${kind}`)}</p>
      )}
      {proposal.cue && <p className={styles.cue}>{t('cue', { text: proposal.cue.text })}</p>}
      <div className={styles.panes}>
        <ScenePane
          scene={from}
          title={proposal.from.title}
          evidence={proposal.evidence.filter(({ side }) => side === 'from')}
        />
        <ScenePane
          scene={to}
          title={proposal.to.title}
          evidence={proposal.evidence.filter(({ side }) => side === 'to')}
        />
      </div>
      <div className={styles.why}>
        <SignalBars signals={proposal.signals} />
        {proposal.state !== 'stale' && kind === 'link' && <ModelWords proposal={proposal} />}
      </div>
    </div>
  );
}
