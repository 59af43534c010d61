'use client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AnswerSource, TurnView } from '../../../graph-schema/views/conversation-view.ts';
import { Button } from '../../_controls/button.tsx';
import { useNotices } from '../../_shell/notices.tsx';
import { useSelectedScene } from '../../_shell/url-state.ts';
import { usePlace } from '../../_shell/use-place.ts';
import { useTRPC } from '../../_trpc/client.ts';
import styles from './talk.module.css';

interface Props {
  form: 'scene' | 'link';
  turn: TurnView;
  answer: TurnView['answers'][number];
  onDone: () => void;
}

/** Makes a scene or a proposal of an answer. */
export function TurnForm({ form, turn, answer, onDone }: Props) {
  return form === 'scene' ? (
    <SceneForm title={turn.question.replace(/[?!.…\s]+$/u, '')} answerId={answer.id} onDone={onDone} />
  ) : (
    <LinkForm answer={answer} onDone={onDone} />
  );
}

function SceneForm({ title, answerId, onDone }: { title: string; answerId: string; onDone: () => void }) {
  const t = useTranslations('conversation');
  const notices = useNotices();
  const [, setScene] = useSelectedScene();
  const [words, setWords] = useState(title);
  const make = useMutation(
    useTRPC().conversation.makeScene.mutationOptions({
      onSuccess({ id }) {
        notices.say(t('sceneMade'), { label: t('openScene'), run: () => void setScene(id) });
        onDone();
      },
      onError: notices.fault,
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (words.trim() !== '') make.mutate({ answerId, title: words.trim() });
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leaves from any field of it
    <form className={styles.form} onSubmit={submit} onKeyDown={leaveBy(onDone)}>
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
        autoFocus
        className={styles.field}
        aria-label={t('sceneTitle')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button onClick={onDone}>{t('acts.cancel')}</Button>
      <Button type="submit" look="main" disabled={make.isPending || words.trim() === ''}>
        {t('makeScene')}
      </Button>
    </form>
  );
}

function LinkForm({ answer, onDone }: Pick<Props, 'answer' | 'onDone'>) {
  const t = useTranslations('conversation');
  const notices = useNotices();
  const { go } = usePlace();
  const { sources } = answer;
  const [from, setFrom] = useState(sources[0]?.n ?? 0);
  const [to, setTo] = useState(otherThan(sources, sources[0])?.n ?? 0);
  const propose = useMutation(
    useTRPC().conversation.proposeLink.mutationOptions({
      onSuccess({ id, state }) {
        const act = { label: t('toReview'), run: () => go('review', { proposal: id }) };
        notices.say(t(`linkState.${state}`), state === 'waiting' ? act : undefined);
        onDone();
      },
      onError: notices.fault,
    }),
  );
  const rootOf = (wanted: number) => sources.find(({ n }) => n === wanted)?.rootId;
  const isPair = rootOf(from) !== undefined && rootOf(to) !== undefined && rootOf(from) !== rootOf(to);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isPair) propose.mutate({ answerId: answer.id, from, to });
  }
  const choice = (label: string, value: number, onChange: (n: number) => void, isFirst: boolean) => (
    <select
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
      autoFocus={isFirst}
      className={styles.field}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {sources.map(({ n, title }) => (
        <option key={n} value={n}>
          {`${n} · ${title}`}
        </option>
      ))}
    </select>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leaves from any field of it
    <form className={styles.form} onSubmit={submit} onKeyDown={leaveBy(onDone)}>
      {choice(t('linkFrom'), from, setFrom, true)}
      {choice(t('linkTo'), to, setTo, false)}
      <Button onClick={onDone}>{t('acts.cancel')}</Button>
      <Button type="submit" look="main" disabled={propose.isPending || !isPair}>
        {t('proposeLink')}
      </Button>
      {!isPair && <p className={styles.faint}>{t('linkNeedsTwo')}</p>}
    </form>
  );
}

function otherThan(
  sources: readonly AnswerSource[],
  one: AnswerSource | undefined,
): AnswerSource | undefined {
  return sources.find(({ rootId }) => rootId !== one?.rootId);
}

function leaveBy(onDone: () => void) {
  return (event: { key: string; stopPropagation: () => void }) => {
    if (event.key === 'Enter') event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  };
}
