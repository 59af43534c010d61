'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import type {
  AnswerEvent,
  AnswerSentence,
  AnswerSource,
} from '../../../graph-schema/views/conversation-view.ts';
import { useTRPC } from '../../_trpc/client.ts';

/** An answer while it is being made. `draft`: of the sentence that the model writes now, not checked yet. */
export interface LiveAnswer {
  understood: string | null;
  /** null until they are found */
  sources: AnswerSource[] | null;
  sentences: AnswerSentence[];
  draft: string;
}

const nothing: LiveAnswer = { understood: null, sources: null, sentences: [], draft: '' };

/** Hears the answer to a turn from its beginning; when it ends, the kept one is read. Null: nothing is heard. */
export function useLiveAnswer(turnId: string | null, talkId: string): LiveAnswer {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [live, setLive] = useState({ turnId, ...nothing });
  const reread = () =>
    void queryClient.invalidateQueries({ queryKey: trpc.conversation.read.queryKey({ id: talkId }) });
  useSubscription(
    trpc.conversation.follow.subscriptionOptions(
      { turnId: turnId ?? '' },
      {
        enabled: turnId !== null,
        // whoever comes back after a break hears it all again
        onStarted: () => setLive({ turnId, ...nothing }),
        onData(event) {
          if (event.type === 'over') reread();
          else setLive((before) => ({ ...before, ...heard(before, event) }));
        },
      },
    ),
  );
  return live.turnId === turnId ? live : nothing;
}

function heard(before: LiveAnswer, event: Exclude<AnswerEvent, { type: 'over' }>): Partial<LiveAnswer> {
  switch (event.type) {
    case 'understood':
      return { understood: event.text };
    case 'sources':
      return { sources: event.sources };
    case 'piece':
      return { draft: before.draft + event.text };
    case 'sentence':
      return { draft: '', sentences: [...before.sentences, event.sentence] };
    case 'end':
      return { draft: '', sentences: event.answer.sentences };
  }
}
