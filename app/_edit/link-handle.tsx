'use client';
import { useQuery } from '@tanstack/react-query';
import { Spline } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../_trpc/client.ts';
import type { FieldController } from '../field/field-controller.ts';
import { foldedRegion } from '../field/shown-part.ts';
import type { Point } from '../field/map-reach.ts';
import styles from './map-edits.module.css';
import { useEditDialog } from './use-edit-dialog.ts';
import { useMarks } from './use-marks.ts';

/** The handle lies so far beside the scene's dot, CSS pixels. */
const beside = 10;
/** What lies over it is looked at once all is still. Milliseconds. */
const restMs = 150;

interface Drawn {
  to: Point;
  /** the scene under the hand */
  over: string | null;
}

/** Beside the chosen scene: drawn to another scene it asks what the link says; pressed, it asks for the other scene. */
export function LinkHandle({ controller, scene }: { controller: FieldController; scene: string }) {
  const t = useTranslations('edit.acts');
  const { open, dialog } = useEditDialog();
  // the bar of the marks comes and goes with them: the handle is looked at again
  useMarks();
  const button = useRef<HTMLButtonElement>(null);
  const [isFree, setFree] = useState(true);
  const { data } = useQuery(useTRPC().editing.read.queryOptions({ id: scene }, { retry: false }));
  const root = data?.rootId ?? scene;
  const [place, setPlace] = useState(() => controller.standsAt(root));
  const [drawn, setDrawn] = useState<Drawn | null>(null);

  useEffect(() => {
    const look = () => {
      const next = controller.standsAt(root);
      setPlace((now) =>
        now?.x === next?.x && now?.y === next?.y && now?.radius === next?.radius ? now : next,
      );
    };
    look();
    return controller.onFrame(look);
  }, [controller, root]);

  // a bar of the map may lie over it: half a handle is none
  useEffect(() => {
    if (dialog !== null) return undefined;
    const timer = setTimeout(() => setFree(button.current === null || isUncovered(button.current)), restMs);
    return () => clearTimeout(timer);
  });

  function pointOf(event: PointerEvent): Point {
    const { left, top } = event.currentTarget.parentElement?.getBoundingClientRect() ?? new DOMRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  function move(event: PointerEvent) {
    if (drawn === null) return;
    const to = pointOf(event);
    const found = controller.sceneAt(to);
    const over = found !== null && found !== root && foldedRegion(found) === null ? found : null;
    if (over !== drawn.over) controller.light(over);
    setDrawn({ to, over });
  }

  function drop() {
    if (drawn?.over) open('link', { on: scene, to: [drawn.over] });
    controller.light(null);
    setDrawn(null);
  }

  if (place === null) return null;
  const at = { x: place.x + (place.radius + beside) * 0.75, y: place.y - (place.radius + beside) * 0.75 };
  return (
    <>
      {drawn !== null && (
        <svg className={styles.over} aria-hidden>
          <line className={styles.line} x1={place.x} y1={place.y} x2={drawn.to.x} y2={drawn.to.y} />
        </svg>
      )}
      <button
        ref={button}
        type="button"
        data-free={isFree}
        className={styles.handle}
        style={{ left: at.x, top: at.y }}
        aria-label={t('handle', { title: data?.title ?? '' })}
        title={t('link')}
        aria-keyshortcuts="L"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawn({ to: pointOf(event), over: null });
        }}
        onPointerMove={move}
        onPointerUp={drop}
        onPointerCancel={() => setDrawn(null)}
        onClick={(event) => {
          // after a hand that drew it is a press on nothing
          const { x, y } = pointOf(event as unknown as PointerEvent);
          if (event.detail === 0 || Math.hypot(x - at.x, y - at.y) < 24) open('link', { on: scene });
        }}
      >
        <Spline size={13} strokeWidth={2} aria-hidden />
      </button>
    </>
  );
}

/** Nothing but the map lies under its corners. */
function isUncovered(button: HTMLElement): boolean {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  return [left + 1, right - 1].every((x) =>
    [top + 1, bottom - 1].every((y) => {
      const found = document.elementFromPoint(x, y);
      return found !== null && (button.contains(found) || found.closest('[role="application"]') !== null);
    }),
  );
}
