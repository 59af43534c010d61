'use client';
import { Route } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { JoinView } from '../../graph-schema/views/join-view.ts';
import { Button } from '../_controls/button.tsx';
import { usePathStops } from '../_path/use-path-stops.ts';
import { AnswerCard } from '../_scene/answer-card.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import styles from './join.module.css';
import { useJoin } from './use-join.ts';

const mostQuotes = 6;

/** Each voice that says a link: who it is, since when, its words and its reason. */
export function JoinCard() {
  const t = useTranslations('join');
  const { join, leave } = useJoin();
  const { connect } = usePathStops();
  const { data } = join;
  return (
    <AnswerCard label={t('title')} title={t('title')} testId="join-card" asked={join} onClose={leave}>
      {data && (
        <>
          <Ends join={data} />
          {data.links.length === 0 && <p className={styles.faint}>{t('none')}</p>}
          <ul className={styles.voices}>
            {data.links.map((link) => (
              <Voice key={`${link.id} ${link.direction}`} link={link} join={data} />
            ))}
          </ul>
          <Button
            look="quiet"
            onClick={() => {
              leave();
              connect([data.from.id, data.to.id]);
            }}
          >
            <Route size={16} strokeWidth={1.75} aria-hidden />
            {t('path')}
          </Button>
        </>
      )}
    </AnswerCard>
  );
}

function Ends({ join: { from, to } }: { join: JoinView }) {
  const [, setScene] = useSelectedScene();
  return (
    <p className={styles.ends}>
      {[from, to].map(({ id, title, state }, at) => (
        <span key={id}>
          {at === 1 && ' — '}
          <button
            type="button"
            className={styles.end}
            data-state={state}
            dir="auto"
            onClick={() => void setScene(id)}
          >
            {title}
          </button>
        </span>
      ))}
    </p>
  );
}

function Voice({ link, join }: { link: JoinView['links'][number]; join: JoinView }) {
  const t = useTranslations('join');
  const ts = useTranslations('scene');
  const { when } = useMeasures();
  const quotes = link.evidence.filter(({ shown }) => shown.trim() !== '').slice(0, mostQuotes);
  const teller = link.direction === 'out' ? join.from : join.to;
  const told = link.direction === 'out' ? join.to : join.from;
  return (
    <li className={styles.voice}>
      <p className={styles.relation} data-origin={link.origin}>
        {ts(`out.${link.relation}`)}: <span dir="auto">{teller.title}</span> →{' '}
        <span dir="auto">{told.title}</span>
      </p>
      <p className={styles.faint}>
        {t(`by.${link.origin}`)}
        {link.since !== null && ` · ${t('since', { when: when(link.since) })}`}
      </p>
      {link.reason !== null && (
        <p>
          <span className={styles.faint}>{t(`reason.${link.reasonBy ?? 'template'}`)}: </span>
          {link.reason}
        </p>
      )}
      {quotes.length === 0 && <p className={styles.faint}>{t('wordless')}</p>}
      {quotes.map(({ passageId, start, side, shown }) => (
        <blockquote key={`${passageId} ${start}`} className={styles.quote}>
          <q dir="auto">{shown.replaceAll(/\s+/gu, ' ')}</q>
          {quotes.some((other) => other.side !== side) && (
            <span className={styles.faint}>
              {t('quoteOf', { title: side === 'from' ? teller.title : told.title })}
            </span>
          )}
        </blockquote>
      ))}
      {link.models.length > 0 && (
        <p className={styles.faint}>{t('models', { names: link.models.join(', ') })}</p>
      )}
    </li>
  );
}
