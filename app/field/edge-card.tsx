'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { SceneId } from '../../graph-schema/ids.ts';
import { useTRPC } from '../_trpc/client.ts';
import type { EdgeHover } from './edge-gestures.ts';
import styles from './hover-card.module.css';
import type { MapModel } from './map-model.ts';
import { useQuotes } from '../_shell/use-quotes.ts';

/** Who says the link under the pointer, and in which words, in brief. A press shows all of it; the scene's card says the same to those without a pointer. */
export function EdgeCard({ at, model }: { at: EdgeHover; model: MapModel }) {
  const t = useTranslations('join');
  const ts = useTranslations('scene');
  const { quoted } = useQuotes();
  const { data } = useQuery(
    useTRPC().field.join.queryOptions({ from: at.from as SceneId, to: at.to as SceneId }),
  );
  const titleOf = (id: string) => model.nodes.find((node) => node.id === id)?.title ?? '…';
  const [first] = data?.links ?? [];
  const isOut = first?.direction !== 'in';
  const quote = data?.links
    .flatMap(({ evidence }) => evidence)
    .find(({ shown }) => shown.trim() !== '')
    ?.shown.replaceAll(/\s+/gu, ' ');
  return (
    <div className={styles.card} style={{ left: at.x, top: at.y }} aria-hidden>
      <p className={styles.title}>
        {titleOf(isOut ? at.from : at.to)} → {titleOf(isOut ? at.to : at.from)}
      </p>
      {data && (
        <p className={styles.facts}>
          {first && `${ts(`out.${first.relation}`)}: `}
          {[...new Set(data.links.map(({ origin }) => t(`by.${origin}`)))].join(' · ')}
        </p>
      )}
      {quote !== undefined && <p className={styles.quote}>{quoted(quote)}</p>}
    </div>
  );
}
