'use client';
import { useTranslations } from 'use-intl';
import type { PackProblem } from '../../graph-schema/views/pack-view.ts';
import styles from './packs.module.css';
import { problemWords } from './problem-words.ts';

/** What is wrong with a file, by line. */
export function Problems({ problems }: { problems: readonly PackProblem[] }) {
  const t = useTranslations();
  return (
    <section className={styles.card} role="alert">
      <h2 className={styles.name}>{t('packs.import.problems')}</h2>
      <p>{t('packs.import.problemsText')}</p>
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={`${problem.line}:${problem.column}:${problem.code}`} className={styles.problem}>
            {problemWords(t, problem)}{' '}
            <span className={styles.faint}>
              {t('packs.import.line', { line: problem.line, column: problem.column })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
