'use client';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SkeletonLines } from '../../_controls/skeleton.tsx';
import { ProposalCard } from '../../_scene/proposal-card.tsx';
import { useDecisions } from '../../_scene/use-decisions.ts';
import { useProposalTitle } from '../../_scene/use-proposal-title.ts';
import { useTRPC } from '../../_trpc/client.ts';
import styles from '../cell.module.css';

/** Proposals of a cell, one after the other, each to be decided here; what was decided stays named. */
export function DecideCards({ ids, takesFocus = false }: { ids: readonly string[]; takesFocus?: boolean }) {
  const t = useTranslations('notebook.proposals');
  const [index, setIndex] = useState(0);
  // once a person acts here, the keys go on here
  const activeRef = useRef(takesFocus);
  const at = Math.min(index, ids.length - 1);
  const id = ids[at];
  if (id === undefined) return <p className={styles.faint}>{t('none')}</p>;
  return (
    <DecideCard
      key={id}
      id={id}
      place={{ index: at + 1, count: ids.length }}
      activeRef={activeRef}
      onStep={(by) => {
        activeRef.current = true;
        setIndex((at + by + ids.length) % ids.length);
      }}
    />
  );
}

function DecideCard({
  id,
  place,
  activeRef,
  onStep,
}: {
  id: string;
  place: { index: number; count: number };
  activeRef: RefObject<boolean>;
  onStep: (by: number) => void;
}) {
  const t = useTranslations('notebook.proposals');
  const title = useProposalTitle();
  const decisions = useDecisions();
  const { data, error } = useQuery(useTRPC().proposals.read.queryOptions({ id: id as never }));
  const section = useRef<HTMLElement>(null);
  const state = data?.state;
  useEffect(() => {
    if (state !== undefined && activeRef.current) section.current?.focus({ preventScroll: true });
  }, [state, activeRef]);
  if (error) return <p className={styles.faint}>{t('gone')}</p>;
  if (data === undefined) return <SkeletonLines widths={[0.6, 0.9, 0.4]} />;
  const isOpen = data.state === 'pending' || data.state === 'later';

  const accept = () => {
    activeRef.current = true;
    decisions.accept(data);
  };
  const reject = () => {
    activeRef.current = true;
    decisions.reject(data);
  };

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts: Partial<Record<string, () => void>> = {
      ...(isOpen && { KeyA: accept, KeyR: reject }),
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
    <section
      ref={section}
      aria-label={title(data)}
      className={styles.deciding}
      tabIndex={-1}
      onKeyDown={press}
    >
      {isOpen ? (
        <ProposalCard
          proposal={data}
          place={place}
          showsKeys
          onStep={onStep}
          onAccept={accept}
          onReject={reject}
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
