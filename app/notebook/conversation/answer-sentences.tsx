'use client';
import { useTranslations } from 'use-intl';
import type { AnswerSentence, AnswerSource } from '../../../graph-schema/views/conversation-view.ts';
import styles from './answer.module.css';

interface Props {
  sentences: readonly AnswerSentence[];
  sources: readonly AnswerSource[];
  /** what the model is writing, not checked yet */
  draft: string;
  onSource: (source: AnswerSource) => void;
}

/** An answer sentence by sentence, each with what stands behind it and the number of its source. */
export function AnswerSentences({ sentences, sources, draft, onSource }: Props) {
  const t = useTranslations('conversation');
  return (
    <p className={styles.answer}>
      {sentences.map(({ text, n, support }, at) => {
        const source = sources.find((each) => each.n === n);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- sentences are only ever added
          <span key={at}>
            <span className={styles.sentence} data-support={support} title={t(`support.${support}`)}>
              {text}
            </span>
            {source && (
              <button
                type="button"
                className={styles.number}
                aria-label={t('cited', { n: source.n, title: source.title })}
                onClick={() => onSource(source)}
              >
                {source.n}
              </button>
            )}
            {(support === 'unsupported' || support === 'own') && (
              <span className={styles.mark}>{t(`support.${support}`)}</span>
            )}{' '}
          </span>
        );
      })}
      {draft !== '' && <span className={styles.draft}>{draft}</span>}
    </p>
  );
}
