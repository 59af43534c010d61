'use client';
import { type KeyboardEvent, useId, useRef } from 'react';
import styles from './edit.module.css';
import { LinkOfferList } from './link-offer-list.tsx';
import { useLinkOffers } from './use-link-offers.ts';

interface Props {
  label: string;
  help: string;
  value: string;
  onChange: (text: string) => void;
  onSave: () => void;
}

/** A text in Markdown that offers scenes by title once `[[` is typed. */
export function LinkingArea({ label, help, value, onChange, onSave }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const helpId = useId();
  const { list, props } = useLinkOffers(area, { value, onChange });

  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSave();
    } else props.onKeyDown(event);
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
          aria-describedby={helpId}
          {...props}
          onKeyDown={press}
        />
      </label>
      <LinkOfferList {...list} />
      <p id={helpId} className={styles.faint}>
        {help}
      </p>
    </div>
  );
}
