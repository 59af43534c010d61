'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowUp, ChevronRight, Folder, History } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FolderListing } from '../../graph-schema/views/settings-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useTRPC } from '../_trpc/client.ts';
import styles from './folder-browser.module.css';

interface Props {
  /** what is done with the folder that one stands in */
  renderFoot: (listing: FolderListing) => ReactNode;
}

/** Folders of this machine with how many notes are in them; or a pasted path. */
export function FolderBrowser({ renderFoot }: Props) {
  const t = useTranslations('start.open');
  const trpc = useTRPC();
  const [path, setPath] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const browse = useQuery(
    trpc.vaults.browse.queryOptions(path === null ? {} : { path }, { placeholderData: keepPreviousData }),
  );
  const listing = browse.data?.listing;

  function goTyped(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() !== '') setPath(typed.trim());
  }

  return (
    <div className={styles.browser}>
      <form className={styles.path} onSubmit={goTyped}>
        <input
          className={styles.input}
          aria-label={t('path')}
          placeholder={t('path')}
          value={typed}
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t('go')}</Button>
      </form>
      {browse.error && <FaultPanel error={browse.error} onRetry={() => setPath(null)} />}
      {listing === undefined && !browse.error && <SkeletonLines widths={[0.5, 0.7, 0.6, 0.4]} />}
      {listing !== undefined && (
        <div className={styles.box} aria-busy={browse.isPlaceholderData}>
          <div className={styles.here}>
            <span className={styles.current} title={listing.path}>
              <bdi>{listing.path}</bdi>
            </span>
            {listing.parent !== null && (
              <Button look="quiet" onClick={() => setPath(listing.parent)}>
                <ArrowUp size={16} aria-hidden />
                {t('up')}
              </Button>
            )}
          </div>
          <ul className={styles.folders} aria-label={t('folders')}>
            {listing.folders.length === 0 && <li className={styles.none}>{t('empty')}</li>}
            {listing.folders.map((folder) => (
              <li key={folder.path}>
                <button type="button" className={styles.folder} onClick={() => setPath(folder.path)}>
                  <Folder size={17} strokeWidth={1.75} aria-hidden />
                  <span className={styles.name}>{folder.name}</span>
                  <span className={styles.notes}>
                    <NoteCount notes={folder.notes} />
                  </span>
                  <ChevronRight size={15} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.act}>{renderFoot(listing)}</div>
        </div>
      )}
      {(browse.data?.recent.length ?? 0) > 0 && (
        <div className={styles.recent}>
          <span className={styles.notes}>{t('recent')}</span>
          {browse.data?.recent.map((one) => (
            <button key={one} type="button" className={styles.folder} onClick={() => setPath(one)}>
              <History size={16} strokeWidth={1.75} aria-hidden />
              <span className={styles.name}>{one}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** How many notes are in a folder; nothing where there are none. */
export function NoteCount({ notes }: { notes: number | null }) {
  const t = useTranslations('start.open');
  if (notes === 0) return null;
  return notes === null ? t('many') : t('notes', { count: notes });
}
