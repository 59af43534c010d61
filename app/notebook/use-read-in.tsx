'use client';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { type ChosenFile, FileDialog } from './file-dialog.tsx';

/** Reading a notebook's file in: `choose` opens the choice of a file; `parts` are to stand somewhere on the page. */
export function useReadIn(
  id: string | null,
  onTaken: (id: string) => void,
): { choose: () => void; parts: ReactNode } {
  const t = useTranslations('notebook.file');
  const trpc = useTRPC();
  const notices = useNotices();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const compare = useMutation(
    trpc.notebooks.compare.mutationOptions({
      onSuccess: (compared, chosen) => setFile({ ...chosen, compared }),
      onError: notices.fault,
    }),
  );
  const parts = (
    <>
      <input
        ref={input}
        type="file"
        accept=".md,.markdown,.txt"
        hidden
        aria-label={t('read')}
        onChange={async ({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen)
            compare.mutate({
              text: await chosen.text(),
              id,
              title: chosen.name.replace(/\.\w+$/u, '') || 'md',
            });
          target.value = '';
        }}
      />
      {file && (
        <FileDialog
          file={file}
          onClose={() => setFile(null)}
          onTaken={(taken) => {
            setFile(null);
            onTaken(taken);
          }}
        />
      )}
    </>
  );
  return { choose: () => input.current?.click(), parts };
}
