'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useNotices } from '../_shell/notices.tsx';
import { saveText } from '../_shell/save-text.ts';
import { useTRPC } from '../_trpc/client.ts';
import { useMarks } from './use-marks.ts';

/** Taking out of sight and back: nothing of it changes the field, all of it can be undone from its notice. */
export function useSight() {
  const t = useTranslations('edit');
  const ts = useTranslations('shell.acts');
  const notices = useNotices();
  const { marked, veiled, folded, setMarked, setVeiled, setFolded, hide } = useMarks();
  const pack = useMutation(
    useTRPC().packs.export.mutationOptions({
      onSuccess({ fileName, text }) {
        saveText(fileName, text);
        notices.say(t('said.packed', { file: fileName }));
      },
      onError: notices.fault,
    }),
  );
  return {
    isChanged: veiled.length + folded.length > 0,
    hide(ids: readonly string[]) {
      hide(ids);
      const run = () => {
        setVeiled(veiled);
        setMarked(marked);
      };
      notices.say(t('said.hidden', { count: ids.length }), { label: ts('undo'), run });
    },
    fold(regionIds: readonly string[]) {
      setFolded([...folded, ...regionIds]);
      notices.say(t('said.folded', { count: regionIds.length }), {
        label: ts('undo'),
        run: () => setFolded(folded),
      });
    },
    unfold: (regionId: string) => setFolded(folded.filter((id) => id !== regionId)),
    pack: (ids: readonly string[]) => pack.mutate({ what: 'scenes', ids: [...ids] }),
    acts: [
      ...(veiled.length > 0
        ? [
            {
              id: 'showHidden',
              words: t('acts.showHidden', { count: veiled.length }),
              run: () => setVeiled([]),
            },
          ]
        : []),
      ...(folded.length > 0
        ? [{ id: 'unfoldAll', words: t('marks.unfoldAll'), run: () => setFolded([]) }]
        : []),
    ],
  };
}
