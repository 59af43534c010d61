'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNotices } from '../_shell/notices.tsx';
import type { FieldController } from '../field/field-controller.ts';
import type { Point } from '../field/map-reach.ts';
import { useLatest } from '../field/use-latest.ts';
import styles from './map-edits.module.css';
import { useMarks } from './use-marks.ts';

/** A hand that moves less than this presses, and does not draw. CSS pixels. */
const least = 6;

/** Shift and the mouse: a press marks a scene, a drawn line all that it goes round. */
export function Lasso({ controller }: { controller: FieldController }) {
  const t = useTranslations('edit.said');
  const notices = useNotices();
  const box = useRef<SVGSVGElement>(null);
  const [line, setLine] = useState<readonly Point[]>([]);
  const { marked, setMarked, toggleMarked } = useMarks();
  const latest = useLatest({
    press(at: Point) {
      const id = controller.sceneAt(at);
      if (id !== null) toggleMarked(id);
    },
    draw(drawn: readonly Point[]) {
      const found = controller.scenesIn(drawn);
      if (found.length === 0) notices.say(t('noMarks'));
      else setMarked([...marked, ...found]);
    },
  });

  useEffect(() => {
    const stage = box.current?.parentElement;
    if (!stage) return undefined;
    let points: Point[] = [];
    const at = (event: MouseEvent): Point => {
      const { left, top } = stage.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const isFar = () =>
      points.some(({ x, y }) => Math.hypot(x - (points[0]?.x ?? x), y - (points[0]?.y ?? y)) > least);
    const move = (event: MouseEvent) => {
      points.push(at(event));
      if (isFar()) setLine([...points]);
    };
    const end = () => {
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', end);
      setLine([]);
      const [first] = points;
      if (isFar()) latest.current.draw(points);
      else if (first) latest.current.press(first);
    };
    // before Cytoscape hears of it and moves the map
    const begin = (event: MouseEvent) => {
      const isOnMap =
        event.target instanceof Element && event.target.closest('[role="application"]') !== null;
      if (!event.shiftKey || event.button !== 0 || !isOnMap) return;
      event.stopPropagation();
      event.preventDefault();
      points = [at(event)];
      window.addEventListener('mousemove', move);
      window.addEventListener('mouseup', end);
    };
    stage.addEventListener('mousedown', begin, true);
    return () => {
      stage.removeEventListener('mousedown', begin, true);
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', end);
    };
  }, [latest]);

  return (
    <svg ref={box} className={styles.over} aria-hidden>
      {line.length > 1 && (
        <polygon className={styles.lasso} points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
      )}
    </svg>
  );
}
