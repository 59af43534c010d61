'use client';
import { useEffect, useMemo } from 'react';
import { useSelectedScene } from '../_shell/url-state.ts';
import type { FieldController } from '../field/field-controller.ts';
import { Lasso } from './lasso.tsx';
import { LinkHandle } from './link-handle.tsx';
import { useMarks } from './use-marks.ts';

/** What editing draws over the map: marks, the line that goes round scenes, and the handle that links are drawn by. */
export function MapEdits({ controller }: { controller: FieldController }) {
  const { marked } = useMarks();
  const [scene] = useSelectedScene();
  const set = useMemo(() => new Set(marked), [marked]);
  useEffect(() => controller.mark(set), [controller, set]);
  return (
    <>
      <Lasso controller={controller} />
      {scene !== null && <LinkHandle key={scene} controller={controller} scene={scene} />}
    </>
  );
}
