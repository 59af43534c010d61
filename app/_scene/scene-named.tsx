'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UnlinkedName } from '../../graph-schema/views/mention-view.ts';
import { Button } from '../_controls/button.tsx';
import chip from '../_controls/chip.module.css';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import card from './scene-card.module.css';
import styles from './scene-named.module.css';

const firstRows = 8;

/** What the scene's own text names, in any word form, and does not link; hubs and notes of days on demand. */
export function SceneNamed({ id }: { id: string }) {
  const t = useTranslations('scene');
  const names = useQuery(useTRPC().mentions.unlinked.queryOptions({ sceneId: id }));
  const [showsQuiet, setShowsQuiet] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const all = names.data ?? [];
  const quiet = all.filter((name) => name.quiet !== null).length;
  const meant = showsQuiet ? all : all.filter((name) => name.quiet === null);
  const shown = isWhole ? meant : meant.slice(0, firstRows);
  return (
    <section className={card.section} aria-label={t('named')} aria-busy={names.isPending} data-testid="named">
      <div className={styles.head}>
        <h3 className={card.label}>{t('named')}</h3>
        {quiet > 0 && (
          <button
            type="button"
            role="switch"
            className={chip.chip}
            aria-checked={showsQuiet}
            onClick={() => setShowsQuiet(!showsQuiet)}
          >
            {t('namedQuiet', { count: quiet })}
          </button>
        )}
      </div>
      {names.isPending && <SkeletonLines widths={[1, 0.9]} />}
      {names.error && <FaultPanel error={names.error} onRetry={() => void names.refetch()} />}
      {names.isSuccess && meant.length === 0 && <p className={card.faint}>{t('namedNone')}</p>}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((name) => (
            <NamedRow key={name.id} name={name} />
          ))}
        </ul>
      )}
      {meant.length > firstRows && (
        <Button look="quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('showLess') : t('moreNamed', { count: meant.length - firstRows })}
        </Button>
      )}
    </section>
  );
}

/** Letters of a sentence before the name that two lines surely hold. */
const longestLead = 60;

function before(sentence: string, from: number): string {
  if (from <= longestLead) return sentence.slice(0, from);
  return `…${sentence.slice(sentence.indexOf(' ', from - longestLead), from)}`;
}

function NamedRow({ name }: { name: UnlinkedName }) {
  const t = useTranslations('scene');
  const [, setScene] = useSelectedScene();
  const { title, sentence, from, to, times } = name;
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => void setScene(name.id)}>
        <span className={styles.title}>
          {title}
          {times > 1 && <span className={card.faint}> · {t('namedTimes', { count: times })}</span>}
        </span>
        <span className={styles.sentence}>
          {before(sentence, from)}
          <mark>{sentence.slice(from, to)}</mark>
          {sentence.slice(to)}
        </span>
      </button>
    </li>
  );
}
