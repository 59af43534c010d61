'use client';
import { useTranslations } from 'use-intl';
import type { Evidence } from '../../graph-schema/evidence.ts';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { Speakers, speakersOf } from '../_controls/speakers.tsx';
import { useProposalTitle } from '../_scene/use-proposal-title.ts';
import draft from './draft-view.module.css';
import { Lights } from './lights.tsx';
import styles from './names-view.module.css';
import { SignalBars } from './signal-bars.tsx';
import { titleFrom } from './title-from.ts';
import { useQuotes } from '../_shell/use-quotes.ts';

const mostShown = 8;

/** A proposal about names (an idea without a note, two names of one thing, one name of two): what accepting does, and who says so. */
export function NamesView({ proposal }: { proposal: Proposal & { kind: 'concept' | 'merge' | 'split' } }) {
  const t = useTranslations('review');
  const title = useProposalTitle();
  const { kind, name, from, to, evidence, moves } = proposal;
  const values = { name: name ?? '', from: from.title, to: to.title, count: evidence.length };
  const sides =
    kind === 'concept'
      ? [{ side: 'from', head: null, quotes: evidence }]
      : (['from', 'to'] as const).map((side) => ({
          side,
          head: side === 'from' ? from.title : kind === 'split' ? values.name : to.title,
          quotes: evidence.filter((quote) => quote.side === side),
        }));
  return (
    <div className={draft.draft}>
      <header className={draft.head}>
        <h2 className={draft.title} data-testid="sentence">
          {title(proposal)}
        </h2>
        <p className={draft.lead}>
          {kind === 'merge' && from.title === to.title ? t('merge.leadSame') : t(`${kind}.lead`, values)}
        </p>
        {kind === 'merge' && <Lights proposal={proposal} />}
      </header>
      <div className={styles.sides} data-two={sides.length > 1 || undefined}>
        {sides.map(({ side, head, quotes }) => (
          <section key={side} className={styles.side}>
            {head !== null && <h3 className={styles.name}>{head}</h3>}
            <Quotes quotes={quotes} />
          </section>
        ))}
      </div>
      {moves.length > 0 && (
        <p className={draft.lead}>
          {t('moves', { count: moves.length, titles: moves.slice(0, mostShown).join(', ') })}
        </p>
      )}
      <SignalBars signals={proposal.signals} />
    </div>
  );
}

function Quotes({ quotes }: { quotes: readonly Evidence[] }) {
  const t = useTranslations('review');
  const { open, close } = useQuotes();
  return (
    <>
      {quotes.slice(0, mostShown).map((quote) => (
        <figure key={`${quote.path}${quote.start}`} className={draft.source}>
          <blockquote className={draft.quote}>
            {open}
            <mark>{quote.shown.replaceAll(/\s+/g, ' ')}</mark>
            {close}
          </blockquote>
          <figcaption>
            <span>{t('draft.source', { title: titleFrom(quote.path) })}</span>{' '}
            <Speakers of={speakersOf([quote])} />
          </figcaption>
        </figure>
      ))}
      {quotes.length > mostShown && (
        <p className={draft.lead}>{t('moreQuotes', { count: quotes.length - mostShown })}</p>
      )}
    </>
  );
}
