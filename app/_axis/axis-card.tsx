'use client';
import { ArrowLeftRight, MoveHorizontal } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { AxisView } from '../../graph-schema/views/lens-view.ts';
import type { FormulaHit } from '../../graph-schema/views/formula-view.ts';
import { Button } from '../_controls/button.tsx';
import { AnswerCard } from '../_scene/answer-card.tsx';
import { useDialog, useFieldState, useSelectedScene } from '../_shell/url-state.ts';
import styles from './axis.module.css';
import { useAxis } from './use-axis.ts';

const mostShown = 5;

/** Between which poles the scenes are placed, whether that says anything, and what lies furthest out. */
export function AxisCard() {
  const t = useTranslations('axis');
  const { axis, isAlong, stand, turn, leave } = useAxis();
  const [, setDialog] = useDialog();
  const [{ table }] = useFieldState();
  const { data } = axis;
  const isPlaced = data !== undefined && Object.keys(data.places).length > 0;
  return (
    <AnswerCard label={t('title')} title={t('title')} testId="axis-card" asked={axis} onClose={leave}>
      {data && (
        <div className={styles.card}>
          <p className={styles.poles} dir="auto">
            {data.names[0]} → {data.names[1]}
          </p>
          <Verdict view={data} />
          <div className={styles.acts}>
            {isPlaced && !table && (
              <Button aria-pressed={isAlong} onClick={() => stand(!isAlong)}>
                <MoveHorizontal size={16} strokeWidth={1.75} aria-hidden />
                {isAlong ? t('back') : t('stand')}
              </Button>
            )}
            <Button look="quiet" onClick={turn}>
              <ArrowLeftRight size={16} strokeWidth={1.75} aria-hidden />
              {t('turn')}
            </Button>
            <Button look="quiet" onClick={() => void setDialog('axis')}>
              {t('change')}
            </Button>
          </div>
          {data.answer.problems.length === 0 && 'opposite' in data.answer && (
            <>
              <Outermost pole={data.names[0]} hits={data.answer.opposite} />
              <Outermost pole={data.names[1]} hits={data.answer.near} />
            </>
          )}
        </div>
      )}
    </AnswerCard>
  );
}

/** Whether the axis separates, in words; or what it lacks. */
function Verdict({ view: { answer, places } }: { view: AxisView }) {
  const t = useTranslations('axis');
  const tp = useTranslations('formulaProblems');
  if (!('verdict' in answer))
    return (
      <div aria-live="polite">
        {answer.problems.map(({ code, values }) => (
          <p key={`${code} ${values['name'] ?? ''}`}>
            {code === 'text_without_model' || code === 'scene_without_place'
              ? t(`problem.${code}`, { name: String(values['name'] ?? '') })
              : tp(`${code as 'names_itself'}.what`, { name: String(values['name'] ?? '') })}
          </p>
        ))}
      </div>
    );
  return (
    <p aria-live="polite" data-verdict={answer.verdict}>
      {t(`verdict.${answer.verdict}`)}{' '}
      <span className={styles.faint}>{t('placed', { count: Object.keys(places).length })}</span>
    </p>
  );
}

function Outermost({ pole, hits }: { pole: string; hits: readonly FormulaHit[] }) {
  const t = useTranslations('axis');
  const [, setScene] = useSelectedScene();
  if (hits.length === 0) return null;
  return (
    <section className={styles.list}>
      <h3 className={styles.faint}>{t('atPole', { pole })}</h3>
      <ul>
        {hits.slice(0, mostShown).map(({ sceneId, title }) => (
          <li key={sceneId}>
            <button type="button" className={styles.row} dir="auto" onClick={() => void setScene(sceneId)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
