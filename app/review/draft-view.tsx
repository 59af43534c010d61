'use client';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { Speakers, speakersOf } from '../_controls/speakers.tsx';
import { nameOf } from '../_shell/model-name.ts';
import { useProposalTitle } from '../_scene/use-proposal-title.ts';
import styles from './draft-view.module.css';
import { Lights } from './lights.tsx';
import { titleFrom } from './title-from.ts';
import { useQuotes } from '../_shell/use-quotes.ts';

/** A drafted scene: each sentence with the words it was written from. */
export function DraftView({ proposal }: { proposal: Proposal }) {
  const t = useTranslations('review');
  const { open, close } = useQuotes();
  const title = useProposalTitle();
  const sentences = proposal.draft ?? [];
  const sources = new Set(sentences.flatMap(({ evidence }) => evidence.map(({ path }) => path)));
  return (
    <div className={styles.draft}>
      <header className={styles.head}>
        <h2 className={styles.title} data-testid="sentence">
          {title(proposal)}
        </h2>
        <p className={styles.lead}>
          {proposal.name === null
            ? t('draft.lead')
            : t('bridge.lead', { from: proposal.from.title, to: proposal.to.title })}
        </p>
        <Lights proposal={proposal} />
      </header>
      <ol className={styles.list}>
        {sentences.map(({ text, by, evidence }) => (
          <li key={text} className={styles.row}>
            <p className={styles.sentence} data-by={by}>
              {text}
              {by === 'template' && <span className={styles.by}>{t('draft.byTemplate')}</span>}
            </p>
            <div className={styles.sources}>
              {evidence.map((quote) => {
                const { path, start, shown } = quote;
                return (
                  <figure key={`${path}${start}`} className={styles.source}>
                    <blockquote className={styles.quote}>
                      {open}
                      <mark>{shown.replaceAll(/\s+/g, ' ')}</mark>
                      {close}
                    </blockquote>
                    <figcaption>
                      <span>{t('draft.source', { title: titleFrom(path) })}</span>{' '}
                      <Speakers of={speakersOf([quote])} />
                    </figcaption>
                  </figure>
                );
              })}
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.lead}>
        {t('draft.links', { count: sources.size })}
        {proposal.model !== null && ` ${t('checked', { model: nameOf(proposal.model) })}`}
      </p>
    </div>
  );
}
