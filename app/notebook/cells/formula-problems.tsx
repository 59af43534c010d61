'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { FormulaProblemView } from '../../../graph-schema/views/formula-view.ts';
import { formulaProblemCodes } from '../../../scenes/formula/problem.ts';
import { problemValues } from '../../../scenes/formula/problem-values.ts';
import formula from './formula-cell.module.css';

/** What is wrong with a formula, each with its place, and what would be right. */
export function FormulaProblems({
  problems,
  text,
}: {
  problems: readonly FormulaProblemView[];
  text: string;
}) {
  const t = useTranslations('notebook.formula');
  const words = useTranslations('formulaProblems');
  const functions = useTranslations('formulaFunctions');
  const language = useLocale() === 'ru' ? 'ru' : 'en';
  return (
    <ul className={formula.problems} data-testid="formula-problems">
      {problems.map(({ line, column, start, end, code, values }) => {
        const known = formulaProblemCodes.find((each) => each === code);
        if (known === undefined) return null;
        const told = problemValues(
          { values },
          { language, signatureOf: (id) => functions(`${id}.signature`) },
        );
        return (
          <li key={`${start} ${code}`}>
            <p>
              <span className={formula.place}>{t('place', { line, column })}</span>{' '}
              <code className={formula.wrong}>{text.slice(start, end)}</code> {words(`${known}.what`, told)}
            </p>
            <p className={formula.hint}>{words(`${known}.hint`, told)}</p>
          </li>
        );
      })}
    </ul>
  );
}
