'use client';
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../_controls/icon-button.tsx';
import styles from './inspector.module.css';

const heights = ['peek', 'half', 'full'] as const;
export type SheetHeight = (typeof heights)[number];

/** A drag of this many CSS pixels is one height up or down. */
const reach = 48;

interface Props {
  height: SheetHeight;
  onHeight: (height: SheetHeight) => void;
}

/** Shown on a phone only: the sheet is dragged, or set taller and shorter by its two buttons. */
export function SheetHandle({ height, onHeight }: Props) {
  const t = useTranslations('shell.sheet');
  const at = heights.indexOf(height);

  function go(by: number) {
    const next = heights[Math.min(heights.length - 1, Math.max(0, at + by))];
    if (next !== undefined) onHeight(next);
  }

  function drag(down: PointerEvent<HTMLDivElement>) {
    const handle = down.currentTarget;
    handle.setPointerCapture(down.pointerId);
    const end = (up: globalThis.PointerEvent) => {
      const by = down.clientY - up.clientY;
      if (Math.abs(by) >= reach) go(Math.sign(by) * (Math.abs(by) > 4 * reach ? 2 : 1));
    };
    handle.addEventListener('pointerup', end, { once: true });
  }

  return (
    <div className={styles.sheetHead}>
      <IconButton
        label={t('shorter')}
        icon={<ChevronDown size={18} aria-hidden />}
        disabled={at === 0}
        onClick={() => go(-1)}
      />
      <div className={styles.grip} onPointerDown={drag} />
      <IconButton
        label={t('taller')}
        icon={<ChevronUp size={18} aria-hidden />}
        disabled={at === heights.length - 1}
        onClick={() => go(1)}
      />
    </div>
  );
}
