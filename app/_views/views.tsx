'use client';
import { Link2 } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../_controls/icon-button.tsx';
import { KeepForm } from '../_kept/keep-form.tsx';
import kept from '../_kept/kept.module.css';
import { KeptRow } from '../_kept/kept-row.tsx';
import { useKept } from '../_kept/use-kept.ts';
import dialog from '../_shell/dialog.module.css';
import { useNotices } from '../_shell/notices.tsx';
import { usePlace } from '../_shell/use-place.ts';
import { ToNotebook } from './to-notebook.tsx';
import { useViewName } from './use-view-name.ts';
import { useVisit, whole } from './use-visit.ts';
import { viewAddress } from './view-address.ts';

/** The kept views; on the field, first a name for the one that is looked at. */
export function Views({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const t = useTranslations('views');
  const { place } = usePlace();
  const notices = useNotices();
  const { visit, linkOf } = useVisit();
  const { kept: views, keep, rename, remove } = useKept('views');
  const text = viewAddress(useSearchParams()) || whole;
  const name = useViewName();
  const isKept = views.some((view) => view.text === text);
  return (
    <>
      {place === 'field' && !isKept && (
        <KeepForm
          label={t('name')}
          name={name}
          field={field}
          onKeep={(given) => keep({ name: given, text })}
        />
      )}
      {views.length === 0 && place !== 'field' && <p className={dialog.text}>{t('none')}</p>}
      <ul className={kept.list} aria-label={t('title')}>
        {views.map((view) => (
          <KeptRow
            key={view.id}
            kept={view}
            about={view.text === text && place === 'field' ? t('here') : ''}
            onRun={() => void visit(view.text)}
            onRename={(next) => rename({ id: view.id, name: next })}
            onRemove={() => remove({ id: view.id })}
          >
            <IconButton
              label={t('copy', { name: view.name })}
              icon={<Link2 size={16} strokeWidth={1.75} aria-hidden />}
              onClick={() => {
                navigator.clipboard
                  .writeText(linkOf(view.text))
                  .then(() => notices.say(t('copied', { name: view.name })), notices.fault);
              }}
            />
            <ToNotebook view={view} />
          </KeptRow>
        ))}
      </ul>
    </>
  );
}
