'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type {
  AnswerSource,
  ConversationView,
  TurnView,
} from '../../../graph-schema/views/conversation-view.ts';
import { useNotices } from '../../_shell/notices.tsx';
import { useCited, useSelectedScene, useVault } from '../../_shell/url-state.ts';
import { useEmbedding } from '../../_shell/use-embedding.ts';
import { useTRPC } from '../../_trpc/client.ts';
import { AskBox } from './ask-box.tsx';
import { TalkSummary } from './talk-summary.tsx';
import { TalkTurn } from './talk-turn.tsx';
import styles from './talk.module.css';
import { useTalk } from './use-talk.ts';
import { wayThrough } from './way-through.ts';

type Way = 'goOn' | 'again' | 'alone';

interface Props {
  /** null: nothing was asked yet */
  view: ConversationView | null;
  tip: string;
  cell: { notebookId: string; id: string };
  /** the talk was begun here just now: the next question is written where the first one was */
  begunRef?: RefObject<boolean>;
  onTalk: (talk: string, tip: string) => void;
}

/** A talk along one of its branches, and the box for the next question. */
export function Talk({ view, tip, cell, begunRef, onTalk }: Props) {
  const t = useTranslations('conversation');
  const { prepare, ask, again, stop } = useTalk(view?.id ?? '');
  const language = useLocale() === 'ru' ? 'ru' : 'en';
  const [vault] = useVault();
  const meaning = useEmbedding();
  const { context, put } = useSelected();
  const openSource = useOpenSource();
  const addProse = useAddProse(cell);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (begunRef?.current !== true) return;
    begunRef.current = false;
    box.current?.focus({ preventScroll: true });
  }, [begunRef]);
  /** the answer that the next question follows instead of the last one */
  const [branchAt, setBranchAt] = useState<string | null>(null);
  const way = wayThrough(view?.turns ?? [], tip);
  const last = way.at(-1)?.turn.answers.at(-1)?.id ?? null;
  const isAnswering = (turn: TurnView) => view?.answering.includes(turn.id) === true;

  function send(question: string, after: string | null) {
    ask.mutate(
      {
        conversationId: view?.id ?? null,
        after: after === null ? null : after,
        question,
        context: context.map(({ id }) => id),
        vaultId: vault,
      },
      {
        onSuccess({ conversationId, turnId }) {
          setBranchAt(null);
          // the newest branch is shown anyway, until the person has chosen another
          onTalk(conversationId, tip === '' ? '' : turnId);
        },
      },
    );
  }

  function act(wanted: 'stop' | Way | 'branch' | 'prose', turn: TurnView, answerId: string | null) {
    switch (wanted) {
      case 'stop':
        return stop.mutate({ turnId: turn.id });
      case 'goOn':
      case 'again':
      case 'alone':
        return again.mutate({ turnId: turn.id, way: wanted });
      case 'branch':
        setBranchAt(answerId);
        return box.current?.focus();
      case 'prose':
        return addProse(turn, answerId);
    }
  }

  return (
    <div className={styles.talk}>
      {view?.summaries.map((summary) => (
        <TalkSummary key={summary.id} summary={summary} />
      ))}
      {way.map((each, index) => (
        <TalkTurn
          key={each.turn.id}
          way={each}
          talkId={view?.id ?? ''}
          place={{ index: index + 1, count: way.length }}
          isAnswering={isAnswering(each.turn)}
          isAsking={ask.isPending}
          onAct={(wanted, answerId) => act(wanted, each.turn, answerId)}
          onEdited={(question) => send(question, each.turn.after)}
          onBranch={(turnId) => view && onTalk(view.id, turnId)}
          onSource={openSource}
        />
      ))}
      {branchAt !== null && <p className={styles.faint}>{t('branching')}</p>}
      {meaning !== null && <p className={styles.faint}>{t('meaning', { share: meaning })}</p>}
      <AskBox
        ref={box}
        prompt={way.length === 0 ? t('prompt') : t('follow')}
        isAsking={ask.isPending}
        context={context}
        onContextOff={put}
        onBegin={() => prepare.mutate({ language })}
        onAsk={(question) => send(question, branchAt ?? last)}
        {...(branchAt !== null && { onCancel: () => setBranchAt(null) })}
      />
    </div>
  );
}

/** The scene that is selected anywhere: looked into first, unless the person put it aside. */
function useSelected() {
  const [scene] = useSelectedScene();
  const [aside, setAside] = useState<string | null>(null);
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.field.scene.queryOptions({ id: scene ?? '-' }, { enabled: scene !== null && scene !== aside }),
  );
  const context = scene !== null && scene !== aside && data ? [{ id: data.id, title: data.title }] : [];
  return { context, put: setAside };
}

/** Opens the note of a source in the inspector, with the cited words lit. */
function useOpenSource(): (source: AnswerSource) => void {
  const [, setScene] = useSelectedScene();
  const [, setCited] = useCited();
  return ({ sceneId, start, end }) => {
    void setCited(`${sceneId}:${start}-${end}`);
    void setScene(sceneId);
  };
}

/** An answer as text below the cell. */
function useAddProse({ notebookId, id }: Props['cell']) {
  const t = useTranslations('conversation');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const add = useMutation(
    trpc.notebooks.addCell.mutationOptions({
      onSuccess(next) {
        queryClient.setQueryData(trpc.notebooks.read.queryKey({ id: notebookId }), next);
        notices.say(t('proseAdded'));
      },
      onError: notices.fault,
    }),
  );
  return (turn: TurnView, answerId: string | null) => {
    const answer = turn.answers.find((each) => each.id === answerId);
    if (answer === undefined) return;
    const titleOf = (n: number | null) => answer.sources.find((source) => source.n === n)?.title;
    const lines = answer.sentences.map(({ text, n }) =>
      n === null ? text : `${text} [[${titleOf(n) ?? ''}]]`,
    );
    const text = `**${turn.question}**\n\n${lines.join('\n\n')}`;
    add.mutate({ notebookId, after: id, input: { kind: 'prose', text } });
  };
}
