'use client';
import { ArrowDown, ArrowUp, Play, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CellInput, CellView } from '../../graph-schema/views/notebook-view.ts';
import { IconButton } from '../_controls/icon-button.tsx';
import { useMeasures } from '../_shell/use-measures.ts';
import { CellBody } from './cell-body.tsx';
import styles from './cell.module.css';

interface Props {
  cell: CellView;
  place: { index: number; count: number };
  isRunning: boolean;
  onRun: (input: CellInput) => void;
  onSave: (input: CellInput) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  /** 0 adds above this cell, 1 below */
  onAdd: (offset: 0 | 1) => void;
  onStep: (by: number) => void;
}

/** Two presses of D within this time delete a cell. Milliseconds. */
const doubleMs = 600;

/** One cell. On the cell itself keys command it; Enter goes inside to edit, Esc comes out again. */
export function Cell({ cell, place, isRunning, onRun, onSave, onMove, onRemove, onAdd, onStep }: Props) {
  const t = useTranslations('notebook');
  const { when } = useMeasures();
  const box = useRef<HTMLElement>(null);
  const [input, setInput] = useState(cell.input);
  const [isEditing, setEditing] = useState(cell.input.kind === 'prose' && cell.input.text === '');
  const lastD = useRef(0);
  const canRun = cell.input.kind !== 'prose';

  function run() {
    setEditing(false);
    if (canRun) onRun(input);
    else onSave(input);
    box.current?.focus();
  }

  function leave() {
    setEditing(false);
    if (JSON.stringify(input) !== JSON.stringify(cell.input)) onSave(input);
    box.current?.focus();
  }

  function edit() {
    setEditing(true);
    setTimeout(() => box.current?.querySelector<HTMLElement>('textarea, input')?.focus(), 0);
  }

  function press(event: KeyboardEvent) {
    const isInside = event.target !== box.current;
    const isRun = event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey);
    const acts: Partial<Record<string, () => void>> = isInside
      ? { Escape: leave }
      : {
          Enter: edit,
          KeyJ: () => onStep(1),
          ArrowDown: () => (event.altKey ? onMove(1) : onStep(1)),
          KeyK: () => onStep(-1),
          ArrowUp: () => (event.altKey ? onMove(-1) : onStep(-1)),
          KeyA: () => onAdd(0),
          KeyB: () => onAdd(1),
          KeyD() {
            if (event.timeStamp - lastD.current < doubleMs) onRemove();
            lastD.current = event.timeStamp;
          },
        };
    const act = isRun ? run : acts[event.code];
    if (act === undefined || (!isRun && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    act();
    if (isRun && event.shiftKey) onStep(1);
  }

  const kind = t(`cell.${cell.input.kind}`);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a cell takes commands by key
    <article
      ref={box}
      className={styles.cell}
      data-cell={cell.id}
      data-kind={cell.input.kind}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is where those keys arrive
      tabIndex={0}
      aria-label={t('cellLabel', { kind, ...place })}
      onKeyDown={press}
    >
      <div className={styles.body}>
        <CellBody
          cell={cell}
          input={input}
          isEditing={isEditing}
          isRunning={isRunning}
          onInput={setInput}
          onEdit={edit}
          onLeave={leave}
        />
        {canRun && (
          <p className={styles.facts}>
            {isRunning
              ? t('running')
              : cell.ranAt === null
                ? t('never')
                : t('ran', { when: when(cell.ranAt) })}
            {cell.stale && !isRunning && <span className={styles.stale}>{t('stale')}</span>}
          </p>
        )}
      </div>
      <div className={styles.acts}>
        {canRun && (
          <IconButton
            label={t('run')}
            icon={<Play size={15} aria-hidden />}
            disabled={isRunning}
            onClick={run}
          />
        )}
        <IconButton
          label={t('up')}
          icon={<ArrowUp size={15} aria-hidden />}
          disabled={place.index === 1}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={t('down')}
          icon={<ArrowDown size={15} aria-hidden />}
          disabled={place.index === place.count}
          onClick={() => onMove(1)}
        />
        <IconButton label={t('remove')} icon={<Trash2 size={15} aria-hidden />} onClick={onRemove} />
      </div>
    </article>
  );
}
