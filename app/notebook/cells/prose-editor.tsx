'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../../_trpc/client.ts';
import styles from './prose-cell.module.css';

const most = 7;

interface Offer {
  id: string;
  title: string;
  path: string | null;
}

/** Markdown as it is written; after `[[` scenes are offered, and the one that is taken becomes a link. */
export function ProseEditor({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useTranslations('notebook.prose');
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  /** what is written after an open `[[`, and where it begins; null: nothing is to be offered */
  const [open, setOpen] = useState<{ words: string; start: number } | null>(null);
  const [chosen, setChosen] = useState(0);
  const asked = useDeferredValue(open?.words.trim() ?? '');
  const found = useQuery(
    useTRPC().field.suggest.queryOptions(
      { text: asked, limit: most },
      { enabled: asked !== '', placeholderData: keepPreviousData },
    ),
  );
  const offers = open === null || asked === '' ? [] : (found.data ?? []);
  const at = Math.min(chosen, Math.max(0, offers.length - 1));

  function look() {
    const end = area.current?.selectionStart ?? 0;
    const before = area.current?.value.slice(0, end) ?? '';
    const words = /\[\[([^\]\n|#]{0,120})$/u.exec(before)?.[1];
    setOpen(words === undefined ? null : { words, start: end - words.length });
    setChosen(0);
  }

  function take(offer: Offer) {
    const title = linkTo(offer, offers);
    if (open === null || area.current === null) return;
    const end = area.current.selectionStart;
    const after = value.slice(end).replace(/^\]\]/u, '');
    const place = open.start + title.length + 2;
    onChange(`${value.slice(0, open.start)}${title}]]${after}`);
    setOpen(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(place, place);
    });
  }

  function press(event: KeyboardEvent) {
    if (offers.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const offer = offers[at];
    const acts: Partial<Record<string, () => void>> = {
      ArrowDown: () => setChosen((at + 1) % offers.length),
      ArrowUp: () => setChosen((at + offers.length - 1) % offers.length),
      Escape: () => setOpen(null),
      ...(offer && !event.shiftKey && { Enter: () => take(offer), Tab: () => take(offer) }),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <div className={styles.editor}>
      <textarea
        ref={area}
        className={styles.area}
        aria-label={t('label')}
        aria-controls={id}
        aria-autocomplete="list"
        {...(offers.length > 0 && { 'aria-activedescendant': `${id}${at}` })}
        placeholder={t('prompt')}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          look();
        }}
        onKeyDown={press}
        onBlur={() => setOpen(null)}
      />
      <div
        id={id}
        className={offers.length > 0 ? styles.offers : undefined}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list that belongs to the text, which no element of HTML is
        role="listbox"
        aria-label={t('offers')}
      >
        {offers.map((offer, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the text keeps the focus, its keys choose
          <div
            key={offer.id}
            id={`${id}${index}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
            role="option"
            aria-selected={index === at}
            className={styles.offer}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(offer)}
          >
            {offer.title}
            <span>{offer.path}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** What stands between the brackets: the title; where a better one of the same title stands before it, the note that it is a part of says which. */
function linkTo(offer: Offer, offers: readonly Offer[]): string {
  const first = offers.find(({ title }) => title === offer.title);
  const note = offer.path
    ?.split('/')
    .at(-1)
    ?.replace(/\.\w+$/u, '');
  return first === offer || note === undefined || note === offer.title
    ? offer.title
    : `${note}#${offer.title}`;
}
