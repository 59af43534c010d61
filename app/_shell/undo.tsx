'use client';
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { faultOf } from '../_trpc/fault.ts';
import dialog from './dialog.module.css';
import { useNotices } from './notices.tsx';
import { useSelectedProposal } from './url-state.ts';
import { useChangeWords } from './use-change-words.ts';

interface Undo {
  undo: (number?: number) => void;
  /** the last decision on a proposal, whatever else was done since */
  undoDecision: () => void;
  redo: () => void;
}

const UndoContext = createContext<Undo>({ undo: () => {}, undoDecision: () => {}, redo: () => {} });

/** One history for all windows: the last decision back, and forth again. */
export function useUndo(): Undo {
  return useContext(UndoContext);
}

/** One after the other, in the order of the keys: what is taken back is what was decided last. */
export const decisionScope = { id: 'decisions' };

interface Question {
  number: number | undefined;
  names: string;
}

export function UndoProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [, setProposal] = useSelectedProposal();
  const wordsOf = useChangeWords();
  const [question, setQuestion] = useState<Question | null>(null);

  function refresh() {
    for (const queryKey of [
      trpc.proposals.pathKey(),
      trpc.field.pathKey(),
      trpc.editing.pathKey(),
      trpc.history.pathKey(),
      trpc.searches.pathKey(),
    ])
      void queryClient.invalidateQueries({ queryKey });
  }
  const undo = useMutation(
    trpc.history.undo.mutationOptions({
      scope: decisionScope,
      onSuccess({ changed, changes }) {
        notices.say(t('undoneWhat', { what: wordsOf(changes[0]) }));
        const back = changed.find(({ state }) => state === 'pending');
        if (back !== undefined) void setProposal(back.id);
      },
      onError(error, { number }) {
        const fault = faultOf(error);
        if (fault.code !== 'stands_on') return notices.fault(error);
        setQuestion({ number, names: Object.values(fault.values).join(', ') });
      },
      onSettled: refresh,
    }),
  );
  const redo = useMutation(
    trpc.history.redo.mutationOptions({
      scope: decisionScope,
      onSuccess: () => notices.say(t('redone')),
      onError: notices.fault,
      onSettled: refresh,
    }),
  );
  const { mutate: back } = undo;
  const { mutate: forth } = redo;
  const value = useMemo<Undo>(
    () => ({
      undo: (number) => back(number === undefined ? {} : { number }),
      undoDecision: () => back({ decisions: true }),
      redo: () => forth({}),
    }),
    [back, forth],
  );
  return (
    <UndoContext value={value}>
      {children}
      <AlertDialog.Root open={question !== null} onOpenChange={(open) => !open && setQuestion(null)}>
        <AlertDialog.Portal>
          <AlertDialog.Backdrop className={dialog.backdrop} />
          <AlertDialog.Popup className={dialog.popup}>
            <AlertDialog.Title className={dialog.title}>{t('standsOn.title')}</AlertDialog.Title>
            <AlertDialog.Description className={dialog.text}>
              {question?.names} {t('standsOn.text')}
            </AlertDialog.Description>
            <div className={dialog.acts}>
              <AlertDialog.Close render={<Button />}>{t('standsOn.no')}</AlertDialog.Close>
              <Button
                look="main"
                onClick={() => {
                  const number = question?.number;
                  setQuestion(null);
                  back({ cascade: true, ...(number !== undefined && { number }) });
                }}
              >
                {t('standsOn.yes')}
              </Button>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </UndoContext>
  );
}
