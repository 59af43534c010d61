'use client';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SkeletonLines } from '../../_controls/skeleton.tsx';
import { ProposalCard } from '../../_scene/proposal-card.tsx';
import { useDecisions } from '../../_scene/use-decisions.ts';
import { useProposalTitle } from '../../_scene/use-proposal-title.ts';
import { useTRPC } from '../../_trpc/client.ts';
import styles from '../cell.module.css';

/** Proposals of a cell, one after the other, each to be decided here; what was decided stays named. */
export function DecideCards({ ids }: { ids: readonly string[] }) {
  const t = useTranslations('notebook.proposals');
  const [index, setIndex] = useState(0);
  const at = Math.min(index, ids.length - 1);
  const id = ids[at];
  if (id === undefined) return <p className={styles.faint}>{t('none')}</p>;
  return (
    <DecideCard
      key={id}
      id={id}
      place={{ index: at + 1, count: ids.length }}
      onStep={(by) => setIndex((at + by + ids.length) % ids.length)}
    />
  );
}

function DecideCard({
  id,
  place,
  onStep,
}: {
  id: string;
  place: { index: number; count: number };
  onStep: (by: number) => void;
}) {
  const t = useTranslations('notebook.proposals');
  const title = useProposalTitle();
  const decisions = useDecisions();
  const { data, error } = useQuery(useTRPC().proposals.read.queryOptions({ id: id as never }));
  if (error) return <p className={styles.faint}>{t('gone')}</p>;
  if (data === undefined) return <SkeletonLines widths={[0.6, 0.9, 0.4]} />;
  const isOpen = data.state === 'pending' || data.state === 'later';

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || data === undefined) return;
    const acts: Partial<Record<string, () => void>> = {
      ...(isOpen && { KeyA: () => decisions.accept(data), KeyR: () => decisions.reject(data) }),
      KeyJ: () => onStep(1),
      KeyK: () => onStep(-1),
    };
    const act = acts[event.code];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons in it take the same keys
    <section aria-label={title(data)} className={styles.deciding} tabIndex={-1} onKeyDown={press}>
      {isOpen ? (
        <ProposalCard
          proposal={data}
          place={place}
          showsKeys
          onStep={onStep}
          onAccept={() => decisions.accept(data)}
          onReject={() => decisions.reject(data)}
        />
      ) : (
        <p className={styles.decided} data-testid="decided">
          <b>{title(data)}</b> {t(`states.${data.state}`)}
          {place.count > 1 && (
            <button type="button" className={styles.next} onClick={() => onStep(1)}>
              {t('next', place)}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
