'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import heard from '../_controls/heard.module.css';
import styles from './link-offer-list.module.css';
import type { LinkOffers } from './use-link-offers.ts';

/** Scenes that the open `[[` may mean, below the text that keeps the keyboard. */
export function LinkOfferList({ id, offers, at, take }: LinkOffers) {
  const t = useTranslations('edit.scene');
  const list = useRef<HTMLDivElement>(null);
  const isOpen = offers.length > 0;
  useEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <>
      {offers.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no tag offers scenes below a text area that keeps the keyboard
        <div ref={list} id={id} className={styles.offers} role="listbox" aria-label={t('suggestions')}>
          {offers.map((offer, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text area has the keys
            <div
              key={offer.id}
              id={`${id}-${index}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={styles.offer}
              // before the text loses its focus
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(offer.target)}
            >
              <span dir="auto">{offer.title}</span>
              {offer.path !== null && <span className={styles.path}>{offer.path}</span>}
            </div>
          ))}
        </div>
      )}
      <output className={heard.heard}>{offers.length > 0 && t('found', { count: offers.length })}</output>
    </>
  );
}
