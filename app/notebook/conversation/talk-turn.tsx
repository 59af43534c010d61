'use client';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AnswerSource } from '../../../graph-schema/views/conversation-view.ts';
import { useMeasures } from '../../_shell/use-measures.ts';
import { AnswerSentences } from './answer-sentences.tsx';
import { AnswerSources } from './answer-sources.tsx';
import { AskBox } from './ask-box.tsx';
import { Stepper } from './stepper.tsx';
import styles from './talk.module.css';
import { TalkMap } from './talk-map.tsx';
import { type TurnAct, TurnActs, turnKeys } from './turn-acts.tsx';
import { TurnForm } from './turn-form.tsx';
import { useLiveAnswer } from './use-live-answer.ts';
import type { WayTurn } from './way-through.ts';

interface Props {
  way: WayTurn;
  talkId: string;
  place: { index: number; count: number };
  isAnswering: boolean;
  isAsking: boolean;
  onAct: (act: Exclude<TurnAct, 'edit' | 'scene' | 'link'>, answerId: string | null) => void;
  /** the question asked otherwise, after what came before it */
  onEdited: (question: string) => void;
  onBranch: (turnId: string) => void;
  onSource: (source: AnswerSource) => void;
}

/** A question and its answer. On the turn itself keys command it; digits open its sources. */
export function TalkTurn(props: Props) {
  const { way, talkId, place, isAnswering, isAsking, onAct, onEdited, onBranch, onSource } = props;
  const { turn, branches } = way;
  const t = useTranslations('conversation');
  const [chosen, setChosen] = useState<number | null>(null);
  const [form, setForm] = useState<'edit' | 'scene' | 'link' | null>(null);
  const article = useRef<HTMLElement>(null);
  /** The keys of the turn go on where its form was. */
  const close = () => {
    setForm(null);
    article.current?.focus({ preventScroll: true });
  };
  const live = useLiveAnswer(isAnswering ? turn.id : null, talkId);
  const at = Math.min(chosen ?? turn.answers.length - 1, turn.answers.length - 1);
  const answer = isAnswering ? null : (turn.answers[at] ?? null);
  const shown = answer ?? (isAnswering ? live : null);
  const sources = shown?.sources ?? [];
  const cited = new Set(shown?.sentences.map(({ n }) => n));

  function act(wanted: TurnAct) {
    if (wanted === 'edit' || wanted === 'scene' || wanted === 'link') setForm(wanted);
    else onAct(wanted, answer?.id ?? null);
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const source = sources.find(({ n }) => String(n) === event.key);
    const wanted = turnKeys({ isAnswering, answer }).get(event.code);
    const step = { ArrowUp: -1, KeyK: -1, ArrowDown: 1, KeyJ: 1 }[event.code];
    if (source) onSource(source);
    else if (wanted) act(wanted);
    else if (step !== undefined) stepFrom(event.currentTarget, step);
    // elsewhere a digit is the way to a place
    else if (!/^\d$/u.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a turn takes commands by key
    <article
      ref={article}
      className={styles.turn}
      data-turn={turn.id}
      data-state={isAnswering ? 'answering' : (answer?.state ?? 'unanswered')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is where those keys arrive
      tabIndex={0}
      aria-label={t('turn', place)}
      onKeyDown={press}
    >
      {form === 'edit' ? (
        <AskBox
          prompt={t('prompt')}
          first={turn.question}
          isAsking={isAsking}
          context={turn.context}
          onAsk={(question) => {
            setForm(null);
            onEdited(question);
          }}
          onCancel={close}
        />
      ) : (
        <h4 className={styles.asked}>{turn.question}</h4>
      )}
      <p className={styles.facts}>
        {turn.context.length > 0 && (
          <span>{t('contextWas', { titles: turn.context.map(({ title }) => title).join(', ') })}</span>
        )}
        {shown?.understood != null && <span>{t('understood', { text: shown.understood })}</span>}
        {branches.length > 1 && (
          <Stepper
            at={branches.indexOf(turn)}
            of={branches.length}
            label={(values) => t('branches', values)}
            onStep={(next) => branches[next] && onBranch(branches[next].id)}
          />
        )}
      </p>
      <div aria-live="polite" aria-busy={isAnswering} className={styles.said}>
        {isAnswering && live.sentences.length === 0 && live.draft === '' && (
          <p className={styles.faint}>{t(live.sources === null ? 'looking' : 'writing')}</p>
        )}
        {!isAnswering && answer === null && <p className={styles.faint}>{t('unanswered')}</p>}
        {answer?.state === 'declined' && (
          <>
            <p className={styles.declined}>{t('declined')}</p>
            <p className={styles.faint}>{t('declinedWhy')}</p>
          </>
        )}
        {shown && (shown.sentences.length > 0 || live.draft !== '') && (
          <AnswerSentences
            sentences={shown.sentences}
            sources={sources}
            draft={isAnswering ? live.draft : ''}
            onSource={onSource}
          />
        )}
        {answer?.state === 'partial' && (
          <p className={styles.partial}>
            {t(answer.cause === 'cancelled' ? 'partial.cancelled' : 'partial.lost')}
          </p>
        )}
      </div>
      {sources.length > 0 && (
        <>
          <AnswerSources sources={sources} cited={cited} onSource={onSource} />
          {(place.index === place.count || isAnswering) && (
            <TalkMap sources={sources.filter(({ n }) => cited.has(n))} onSource={onSource} />
          )}
        </>
      )}
      <div className={styles.foot}>
        <TurnActs isAnswering={isAnswering} answer={answer} onAct={act} />
        {answer && (
          <Made model={answer.model} seconds={answer.seconds} isQuoted={answer.sentences.length > 0} />
        )}
        {turn.answers.length > 1 && !isAnswering && (
          <Stepper
            at={at}
            of={turn.answers.length}
            label={(values) => t('answers', values)}
            onStep={setChosen}
          />
        )}
      </div>
      {answer && (form === 'scene' || form === 'link') && (
        <TurnForm form={form} turn={turn} answer={answer} onDone={close} />
      )}
    </article>
  );
}

function Made({ model, seconds, isQuoted }: { model: string | null; seconds: number; isQuoted: boolean }) {
  const t = useTranslations('conversation');
  const { duration } = useMeasures();
  if (!isQuoted) return null;
  return (
    <span className={styles.faint}>
      {model === null ? t('noModel') : t('made', { model, time: duration(seconds) })}
    </span>
  );
}

function stepFrom(turn: HTMLElement, by: number): void {
  const all = [...(turn.parentElement?.querySelectorAll<HTMLElement>('[data-turn]') ?? [])];
  all[all.indexOf(turn) + by]?.focus();
}
