'use client';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../_trpc/client.ts';
import { embeddedPart } from './embedded-part.ts';
import styles from './note-text.module.css';
import { NoteText } from './note-text.tsx';

/** Notes in notes; a deeper one is a link. */
const deepest = 2;
/** What stands above this one: a note that embeds itself is a link there. */
const AboveContext = createContext<readonly string[]>([]);

/** An embedded note, or the part of it that is named, in its own frame; `children`: the link that stands for it where it cannot be shown. */
export function NoteEmbed({ target, children }: { target: string; children: ReactNode }) {
  const t = useTranslations('scene.note');
  const trpc = useTRPC();
  const above = useContext(AboveContext);
  const down = useMemo(() => [...above, target], [above, target]);
  const [title = '', part = ''] = target.split('#').map((text) => text.trim());
  const isShown = title !== '' && above.length < deepest && !above.includes(target);
  const note = useQuery(trpc.field.scene.queryOptions({ title }, { enabled: isShown, retry: false }));
  const heading = note.data && part !== '' && !part.startsWith('^') ? part.toLowerCase() : null;
  const section = note.data?.outline.find((inner) => inner.title.toLowerCase() === heading);
  const inner = useQuery(
    trpc.field.scene.queryOptions(
      { id: section?.id ?? note.data?.id ?? ('' as never) },
      { enabled: section !== undefined },
    ),
  );
  const scene = section === undefined ? note.data : inner.data;
  const body = scene === undefined ? '' : embeddedPart(scene.body, part);
  if (!isShown || note.isError || (note.isSuccess && scene !== undefined && body.trim() === ''))
    return <p>{children}</p>;
  return (
    <figure
      className={styles.embed}
      aria-label={t('embedded', { title: target })}
      aria-busy={scene === undefined}
    >
      <figcaption className={styles.embedTitle}>{children}</figcaption>
      {scene && (
        <AboveContext value={down}>
          <NoteText body={body} source={scene.source} />
        </AboveContext>
      )}
    </figure>
  );
}
