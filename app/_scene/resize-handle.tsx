'use client';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import styles from './inspector.module.css';
import { widthBounds } from './use-inspector-width.ts';

/** One press of an arrow key, CSS pixels. */
const step = 24;

interface Props {
  width: number;
  onWidth: (width: number) => void;
}

/** The edge between place and inspector: dragged, or moved by arrow keys. */
export function ResizeHandle({ width, onWidth }: Props) {
  const t = useTranslations('shell');

  function drag(down: PointerEvent<HTMLDivElement>) {
    down.preventDefault();
    const handle = down.currentTarget;
    handle.setPointerCapture(down.pointerId);
    const move = (event: globalThis.PointerEvent) => onWidth(width + down.clientX - event.clientX);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  }

  function press(event: KeyboardEvent) {
    const by = event.key === 'ArrowLeft' ? step : event.key === 'ArrowRight' ? -step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(width + by);
  }

  return (
    <div
      className={styles.edge}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a focusable separator is a widget (APG, window splitter)
      role="separator"
      aria-orientation="vertical"
      aria-label={t('resize')}
      aria-valuenow={width}
      aria-valuemin={widthBounds.min}
      aria-valuemax={widthBounds.max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
