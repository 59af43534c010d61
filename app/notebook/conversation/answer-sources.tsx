'use client';
import { MapPin } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { AnswerSource } from '../../../graph-schema/views/conversation-view.ts';
import { IconButton } from '../../_controls/icon-button.tsx';
import { quoteAround } from '../../_shell/quote-around.ts';
import { usePlace } from '../../_shell/use-place.ts';
import styles from './answer.module.css';

interface Props {
  sources: readonly AnswerSource[];
  /** numbers that a sentence cites */
  cited: ReadonlySet<number | null>;
  onSource: (source: AnswerSource) => void;
}

/** The numbered places that an answer was made of, and those that fit as well. */
export function AnswerSources({ sources, cited, onSource }: Props) {
  const t = useTranslations('conversation');
  const own = sources.filter(({ n }) => cited.has(n));
  const others = sources.filter(({ n }) => !cited.has(n));
  return (
    <section aria-label={t('sources')}>
      <ol className={styles.sources}>
        {own.map((source) => (
          <SourceRow key={source.n} source={source} onSource={onSource} />
        ))}
      </ol>
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{t('others', { count: others.length })}</summary>
          <ol className={styles.sources}>
            {others.map((source) => (
              <SourceRow key={source.n} source={source} onSource={onSource} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function SourceRow({ source, onSource }: { source: AnswerSource; onSource: Props['onSource'] }) {
  const t = useTranslations('conversation');
  const { go } = usePlace();
  return (
    <li className={styles.source} data-source={source.n}>
      <button
        type="button"
        className={styles.open}
        aria-label={t('openSource', { title: source.title })}
        onClick={() => onSource(source)}
      >
        <span className={styles.number} aria-hidden>
          {source.n}
        </span>
        <b>{source.title}</b>
        <span className={styles.quote}>{quoteAround(source.text, []).text}</span>
      </button>
      <IconButton
        label={t('onMap')}
        icon={<MapPin size={15} strokeWidth={1.75} aria-hidden />}
        onClick={() =>
          go('field', { scene: source.rootId, cite: `${source.rootId}:${source.start}-${source.end}` })
        }
      />
    </li>
  );
}
