'use client';
import { useEffect, useRef } from 'react';
import type { FieldView } from '../../graph-schema/views/field-view.ts';
import { useRootOf } from '../_scene/use-root-of.ts';
import { useFieldState, useSelectedScene } from '../_shell/url-state.ts';

/** Opens the whole field again for a scene that is opened (found, linked) and does not lie in the region that is looked at. A region that is opened afterwards stays. */
export function useFollowScene(view: FieldView | undefined, isEarlier: boolean): void {
  const [scene] = useSelectedScene();
  const root = useRootOf(scene);
  const [{ region }, setState] = useFieldState();
  const followed = useRef<string | null>(undefined);
  useEffect(() => {
    if (root === undefined || root === followed.current || view === undefined || isEarlier) return;
    const isFirst = followed.current === undefined;
    followed.current = root;
    // what the address says of both was meant so
    if (isFirst) return;
    const isElsewhere = root !== null && region !== null && !view.nodes.some(({ id }) => id === root);
    if (isElsewhere && view.isWhole) void setState({ region: null });
  }, [root, region, view, isEarlier, setState]);
}
