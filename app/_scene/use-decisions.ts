'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Proposal, RejectReason } from '../../graph-schema/proposal.ts';
import { useNotices } from '../_shell/notices.tsx';
import { decisionScope, useUndo } from '../_shell/undo.tsx';
import { useProposalTitle } from './use-proposal-title.ts';
import { useTRPC } from '../_trpc/client.ts';

type Listed = { proposals: Proposal[]; counts: Record<Proposal['state'], number> };

/** Decides at once on the page, then in the graph; says what happened, with Undo beside it. */
export function useDecisions() {
  const t = useTranslations('review.toast');
  const tb = useTranslations('review.batch');
  const ts = useTranslations('shell.acts');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { undo } = useUndo();
  const title = useProposalTitle();
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: trpc.proposals.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.history.pathKey() });
  };

  /** Takes a proposal out of the lists it stands in, before the answer comes. */
  async function leave(ids: readonly string[], state: Proposal['state']) {
    await queryClient.cancelQueries({ queryKey: trpc.proposals.list.pathKey() });
    queryClient.setQueriesData<Listed>({ queryKey: trpc.proposals.list.pathKey() }, (listed) => {
      if (listed === undefined) return listed;
      const stays = listed.proposals.filter(({ id, state: own }) => !ids.includes(id) || own === state);
      const left = listed.proposals.length - stays.length;
      const counts = { ...listed.counts };
      counts.pending = Math.max(0, (counts.pending ?? 0) - left);
      counts[state] = (counts[state] ?? 0) + left;
      return { proposals: stays, counts };
    });
  }
  const decided = { onError: notices.fault, onSettled: refresh, scope: decisionScope };
  const accept = useMutation(
    trpc.proposals.accept.mutationOptions({ ...decided, onMutate: ({ ids }) => leave(ids, 'accepted') }),
  );
  const reject = useMutation(
    trpc.proposals.reject.mutationOptions({ ...decided, onMutate: ({ ids }) => leave(ids, 'rejected') }),
  );
  const later = useMutation(
    trpc.proposals.later.mutationOptions({ ...decided, onMutate: ({ ids }) => leave(ids, 'later') }),
  );
  const isLink = ({ kind }: Proposal) => !['scene', 'concept', 'merge', 'split'].includes(kind);
  const names = ({ from, to }: Proposal) => ({ from: from.title, to: to.title });
  const withUndo = { label: ts('undo'), run: () => undo() };

  return {
    /** Several as one change, with one undo. */
    acceptAll(ids: readonly Proposal['id'][]) {
      const said = tb('accepted', { count: ids.length });
      accept.mutate({ ids: [...ids] }, { onSuccess: () => notices.say(said, withUndo) });
    },
    rejectAll(ids: readonly Proposal['id'][], reason?: RejectReason) {
      const said = tb('rejected', { count: ids.length });
      reject.mutate(
        { ids: [...ids], ...(reason !== undefined && { reason }) },
        { onSuccess: () => notices.say(said, withUndo) },
      );
    },
    accept(proposal: Proposal) {
      const said = isLink(proposal)
        ? t('accepted', names(proposal))
        : t('acceptedWhole', { title: title(proposal) });
      accept.mutate({ ids: [proposal.id] }, { onSuccess: () => notices.say(said, withUndo) });
    },
    reject(proposal: Proposal, reason?: RejectReason) {
      reject.mutate(
        { ids: [proposal.id], ...(reason !== undefined && { reason }) },
        {
          onSuccess: () =>
            notices.say(
              isLink(proposal)
                ? t('rejected', names(proposal))
                : t('rejectedWhole', { title: title(proposal) }),
              withUndo,
            ),
        },
      );
    },
    later(proposal: Proposal) {
      later.mutate(
        { ids: [proposal.id] },
        {
          onSuccess: () =>
            notices.say(
              isLink(proposal) ? t('later', names(proposal)) : t('laterWhole', { title: title(proposal) }),
              withUndo,
            ),
        },
      );
    },
  };
}
