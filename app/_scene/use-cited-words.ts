import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { SceneView } from '../../graph-schema/views/scene-view.ts';
import type { Span } from '../_notes/lit-pieces.ts';
import { useCited } from '../_shell/url-state.ts';

const none: readonly Span[] = [];
const form = /^(?<scene>.+):(?<start>\d+)-(?<end>\d+)$/u;

/** The words of a scene's text that the address says are cited, and the box in which they are brought into sight. */
export function useCitedWords(scene: SceneView): {
  lit: readonly Span[];
  box: RefObject<HTMLDivElement | null>;
} {
  const [cited] = useCited();
  const box = useRef<HTMLDivElement>(null);
  const lit = useMemo(() => {
    const { scene: id, start, end } = form.exec(cited ?? '')?.groups ?? {};
    if (id !== scene.id) return none;
    // offsets are the file's; a scene's text begins at its own place in it
    const origin = scene.source?.start ?? 0;
    return [{ start: Number(start) - origin, end: Number(end) - origin }];
  }, [cited, scene]);
  useEffect(() => {
    if (lit.length > 0) box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [lit]);
  return { lit, box };
}
