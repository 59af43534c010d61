'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../_trpc/client.ts';
import heard from '../_controls/heard.module.css';
import styles from './edit.module.css';
import { completed, type OpenLink, openLinkAt } from './linked-text.ts';

interface Props {
  label: string;
  help: string;
  value: string;
  onChange: (text: string) => void;
  onSave: () => void;
}

/** A text in Markdown that offers scenes by title once `[[` is typed; arrows choose, Enter or Tab takes, Escape goes on typing. */
export function LinkingArea({ label, help, value, onChange, onSave }: Props) {
  const t = useTranslations('edit.scene');
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const [link, setLink] = useState<OpenLink | null>(null);
  const [chosen, setChosen] = useState(0);
  const [listId, helpId] = [useId(), useId()];
  const words = link?.words.trim() ?? '';
  const { data } = useQuery(
    useTRPC().field.suggest.queryOptions(
      { text: words, limit: 8 },
      { enabled: words !== '', placeholderData: keepPreviousData },
    ),
  );
  // a section that is called as its note is would be the same words
  const offered =
    link === null || words === ''
      ? []
      : (data ?? []).filter(({ title }, index, all) => all.findIndex((one) => one.title === title) === index);
  const at = Math.min(chosen, offered.length - 1);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function look() {
    const next = area.current && openLinkAt(area.current.value, area.current.selectionStart);
    if (next?.words !== link?.words) setChosen(0);
    setLink(next);
  }

  function take(title: string) {
    if (link === null) return;
    const next = completed(value, link, title);
    caret.current = next.caret;
    onChange(next.text);
    setLink(null);
    area.current?.focus();
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSave();
      return;
    }
    const title = offered[at]?.title;
    if (title === undefined || event.nativeEvent.isComposing) return;
    const acts: Record<string, () => void> = {
      ArrowDown: () => setChosen((at + 1) % offered.length),
      ArrowUp: () => setChosen((at - 1 + offered.length) % offered.length),
      Enter: () => take(title),
      Tab: () => take(title),
      Escape: () => setLink(null),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <div className={styles.field}>
      <label className={styles.field}>
        <span className={styles.label}>{label}</span>
        <textarea
          ref={area}
          className={styles.area}
          dir="auto"
          rows={10}
          value={value}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? listId : undefined}
          aria-activedescendant={offered.length > 0 ? `${listId}-${at}` : undefined}
          aria-describedby={helpId}
          onChange={(event) => {
            onChange(event.target.value);
            look();
          }}
          onSelect={look}
          onBlur={() => setLink(null)}
          onKeyDown={press}
        />
      </label>
      {offered.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no tag offers scenes below a text area that keeps the keyboard
        <div id={listId} className={styles.offers} role="listbox" aria-label={t('suggestions')}>
          {offered.map(({ id, title, path }, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text area has the keys
            <div
              key={id}
              id={`${listId}-${index}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={styles.offer}
              // before the text loses its focus
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(title)}
            >
              <span dir="auto">{title}</span>
              {path !== null && <span className={styles.faint}>{path}</span>}
            </div>
          ))}
        </div>
      )}
      <p id={helpId} className={styles.faint}>
        {help}
      </p>
      <output className={heard.heard}>{offered.length > 0 && t('found', { count: offered.length })}</output>
    </div>
  );
}
