'use client';
import { CircleHelp, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SceneLink } from '../../graph-schema/views/scene-view.ts';
import { useEdits } from '../_edit/use-edits.ts';
import { Button } from '../_controls/button.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import { useJoin } from '../_join/use-join.ts';
import { useSelectedScene } from '../_shell/url-state.ts';
import card from './scene-card.module.css';
import styles from './scene-links.module.css';
import { useQuotes } from '../_shell/use-quotes.ts';

const firstRows = 12;

interface Row {
  key: string;
  link: SceneLink;
  origins: SceneLink['origin'][];
  quote: string | null;
  /** the link of it that a person drew */
  drawn: SceneLink | null;
}

/** Several voices of one link are one row; outgoing ones first, named relations before plain links. */
function rowsOf(links: readonly SceneLink[]): Row[] {
  const rows = new Map<string, Row>();
  for (const link of links) {
    const key = `${link.direction} ${link.relation} ${link.other.id}`;
    const row = rows.get(key);
    const quote = link.evidence.find(({ shown }) => shown.trim() !== '')?.shown ?? null;
    if (row === undefined)
      rows.set(key, { key, link, origins: [link.origin], quote, drawn: link.isDrawn ? link : null });
    else {
      if (!row.origins.includes(link.origin)) row.origins.push(link.origin);
      row.quote ??= quote;
      row.drawn ??= link.isDrawn ? link : null;
    }
  }
  const weight = ({ link }: Row) =>
    (link.direction === 'out' ? 0 : 2) +
    (link.relation === 'links_to' || link.relation === 'mentions' ? 1 : 0);
  return [...rows.values()].sort((a, b) => weight(a) - weight(b));
}

/** Links by relation and direction, each with the words that say it. */
export function SceneLinks({ id, links }: { id: string; links: readonly SceneLink[] }) {
  const t = useTranslations('scene');
  const to = useTranslations('shell.origin');
  const tj = useTranslations('join');
  const { ask } = useJoin();
  const te = useTranslations('edit');
  const { quoted } = useQuotes();
  const { removeLink } = useEdits();
  const [, setScene] = useSelectedScene();
  const [isWhole, setWhole] = useState(false);
  const rows = rowsOf(links);
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  return (
    <section className={card.section}>
      <h3 className={card.label}>{t('linksTitle')}</h3>
      {rows.length === 0 && <p className={card.faint}>{t('noLinks')}</p>}
      <ul className={styles.list} aria-label={t('linksTitle')}>
        {shown.map(({ key, link, origins, quote, drawn }) => (
          <li key={key} className={styles.line}>
            <button type="button" className={styles.row} onClick={() => void setScene(link.other.id)}>
              <span className={styles.relation}>{t(`${link.direction}.${link.relation}`)}</span>
              <span className={styles.other} data-state={link.other.state}>
                <span dir="auto">{link.other.title}</span>
                {origins.map(
                  (origin) =>
                    origin !== 'vault' && (
                      <span key={origin} className={styles.origin} data-origin={origin}>
                        {to(origin)}
                      </span>
                    ),
                )}
              </span>
              <span className={styles.quote} dir="auto">
                {quote !== null && quoted(quote.replaceAll(/\s+/g, ' '))}
              </span>
              {drawn?.reason != null && (
                <span className={styles.reason} dir="auto">
                  {te('link.by', { reason: drawn.reason })}
                </span>
              )}
            </button>
            <IconButton
              className={styles.why}
              label={tj('act', { title: link.other.title })}
              icon={<CircleHelp size={15} strokeWidth={1.75} aria-hidden />}
              onClick={() => ask(id, link.other.id)}
            />
            {drawn !== null && (
              <IconButton
                label={te('acts.removeLink', { title: link.other.title })}
                icon={<X size={15} aria-hidden />}
                disabled={removeLink.isPending}
                onClick={() => removeLink.mutate({ id: drawn.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {rows.length > firstRows && (
        <Button look="quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('showLess') : t('moreLinks', { count: rows.length - firstRows })}
        </Button>
      )}
    </section>
  );
}
