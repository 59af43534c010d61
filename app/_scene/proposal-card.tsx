'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { Button } from '../_controls/button.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import { usePlace } from '../_shell/use-place.ts';
import { Speakers, speakersOf } from '../_controls/speakers.tsx';
import styles from './proposal-card.module.css';
import { useProposalTitle } from './use-proposal-title.ts';
import { useQuotes } from '../_shell/use-quotes.ts';

interface Props {
  proposal: Proposal;
  place: { index: number; count: number };
  showsKeys: boolean;
  onStep: (by: number) => void;
  onAccept: () => void;
  onReject: () => void;
}

/** A proposal in brief: the relation as a sentence, its quotes, the reason, yes or no. */
export function ProposalCard({ proposal, place, showsKeys, onStep, onAccept, onReject }: Props) {
  const t = useTranslations('scene.card');
  const tr = useTranslations('review');
  const { open, close } = useQuotes();
  const { addressOf } = usePlace();
  const title = useProposalTitle();
  const isScene = proposal.kind === 'scene';
  const isLink = !['scene', 'concept', 'merge', 'split'].includes(proposal.kind);
  return (
    <article className={styles.card} data-testid="proposal-card">
      <p className={styles.sentence}>
        {isLink ? (
          <>
            <b>{proposal.from.title}</b>{' '}
            <span className={styles.relation}>— {tr(`relation.${proposal.relation}`)} —</span>{' '}
            <b>{proposal.to.title}</b>
          </>
        ) : (
          <b>{title(proposal)}</b>
        )}
      </p>
      {isScene
        ? proposal.draft?.slice(0, 2).map(({ text, evidence }) => (
            <p key={text} className={styles.quote}>
              {text} <Speakers of={speakersOf(evidence)} />
            </p>
          ))
        : proposal.evidence.slice(0, 4).map((evidence) => (
            <p key={`${evidence.side}${evidence.start}`} className={styles.quote}>
              {open}
              <mark>{evidence.shown.replaceAll(/\s+/g, ' ')}</mark>
              {close} <Speakers of={speakersOf([evidence])} />
            </p>
          ))}
      {proposal.reason !== null && proposal.reasonBy === 'model' && (
        <p className={styles.reason}>{proposal.reason}</p>
      )}
      <div className={styles.acts}>
        <Button look="main" {...(showsKeys && { keyCap: 'A' })} onClick={onAccept}>
          {t('accept')}
        </Button>
        <Button {...(showsKeys && { keyCap: 'R' })} onClick={onReject}>
          {t('reject')}
        </Button>
        <span className={styles.rest}>
          {place.count > 1 && (
            <>
              <IconButton
                label={t('previous')}
                icon={<ChevronLeft size={16} aria-hidden />}
                onClick={() => onStep(-1)}
              />
              <span className={styles.place}>{t('of', place)}</span>
              <IconButton
                label={t('next')}
                icon={<ChevronRight size={16} aria-hidden />}
                onClick={() => onStep(1)}
              />
            </>
          )}
        </span>
      </div>
      <Link className={styles.review} href={addressOf('review', { proposal: proposal.id })}>
        {t('review')}
      </Link>
    </article>
  );
}
