'use client';
import { useMutation } from '@tanstack/react-query';
import { Sigma } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FormulaAnswer, FormulaHit } from '../../../graph-schema/views/formula-view.ts';
import { Button } from '../../_controls/button.tsx';
import { useNotices } from '../../_shell/notices.tsx';
import { useSelectedScene } from '../../_shell/url-state.ts';
import { useEmbedding } from '../../_shell/use-embedding.ts';
import { useMeasures } from '../../_shell/use-measures.ts';
import { useTRPC } from '../../_trpc/client.ts';
import styles from '../cell.module.css';
import type { CellKindView, CellProps } from './cell-view.ts';
import formula from './formula-cell.module.css';
import { FormulaProblems } from './formula-problems.tsx';
import { LinkedWords } from './linked-words.tsx';
import words from './words-field.module.css';

type Worked = Extract<FormulaAnswer, { verdict: string }>;

function isWorked(answer: FormulaAnswer): answer is Worked {
  return 'verdict' in answer;
}

/** A formula of scenes: its text, what it leads to, and what that is worth beside chance. */
function FormulaCell({ input, result, onInput }: CellProps<'formula'>) {
  const t = useTranslations('notebook.formula');
  const meaning = useEmbedding();
  const answer = result?.answer;
  return (
    <>
      <LinkedWords
        label={t('label')}
        prompt={t('prompt')}
        look={words.words}
        rows={1}
        parts={false}
        value={input.text}
        onChange={(text) => onInput({ ...input, text })}
      />
      {meaning !== null && <p className={styles.faint}>{t('meaning', { share: meaning })}</p>}
      {result &&
        answer &&
        (isWorked(answer) ? (
          <Result answer={answer} text={result.worked === '' ? input.text : result.worked} />
        ) : (
          <FormulaProblems problems={answer.problems} text={input.text} />
        ))}
    </>
  );
}

function Result({ answer, text }: { answer: Worked; text: string }) {
  const t = useTranslations('notebook.formula');
  const tv = useTranslations('formulaVerdicts');
  const { decimal, count } = useMeasures();
  const { value, unit, verdict, baseline, stability, near, opposite } = answer;
  return (
    <div className={formula.result} data-testid="formula-result">
      {value !== null && (
        <p className={formula.value}>
          {unit === 'percentile' ? t('percentile', { value: decimal(value) }) : decimal(value)}
        </p>
      )}
      <p className={formula.verdict} data-verdict={verdict}>
        {tv(verdict)}
      </p>
      {(baseline !== null || stability !== null) && (
        <p className={styles.faint}>
          {baseline && t('beats', { share: count(100 * baseline.beats) })}
          {baseline && stability && ' · '}
          {stability &&
            t('stays', { share: count(100 * stability.own), chance: count(100 * stability.chance) })}
        </p>
      )}
      {opposite.length > 0 && <Hits label={t('beginning')} hits={opposite} />}
      {near.length > 0 && <Hits label={opposite.length > 0 ? t('end') : t('near')} hits={near} />}
      {value === null && near.length > 0 && <Keep text={text} />}
    </div>
  );
}

const mostQuoted = 160;

function Hits({ label, hits }: { label: string; hits: readonly FormulaHit[] }) {
  const t = useTranslations('notebook.formula');
  const [, setScene] = useSelectedScene();
  const { count } = useMeasures();
  return (
    <section>
      <h4 className={formula.label}>{label}</h4>
      <ol className={styles.hits}>
        {hits.map(({ sceneId, title, stays, shown }) => (
          <li key={sceneId}>
            <button type="button" className={styles.hit} onClick={() => void setScene(sceneId)}>
              <span>
                <b>{title}</b>
                {stays !== null && (
                  <span className={formula.stays}> {t('staysOne', { share: count(100 * stays) })}</span>
                )}
              </span>
              {shown && <span className={formula.quote}>{shown.slice(0, mostQuoted)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Keeps the formula as a scene of the field: its text is the body, its value the place. */
function Keep({ text }: { text: string }) {
  const t = useTranslations('notebook.formula');
  const notices = useNotices();
  const [, setScene] = useSelectedScene();
  const keep = useMutation(
    useTRPC().formulas.keep.mutationOptions({
      onSuccess({ id }) {
        notices.say(t('kept'));
        void setScene(id);
      },
      onError: notices.fault,
    }),
  );
  const title = text.replaceAll(/\s+/gu, ' ').trim().slice(0, 120);
  return (
    <Button look="quiet" disabled={keep.isPending} onClick={() => keep.mutate({ title, text })}>
      {t('keep')}
    </Button>
  );
}

export const formulaKind: CellKindView<'formula'> = { kind: 'formula', icon: Sigma, View: FormulaCell };
