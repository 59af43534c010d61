'use client';
import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { Spot } from '../../graph-schema/views/edit-view.ts';
import { useDialog } from '../_shell/url-state.ts';

const parts = {
  /** the scene that the dialog is about; empty: a new one */
  on: parseAsString.withDefault(''),
  /** the scenes at the other end, joined by a comma */
  to: parseAsString.withDefault(''),
  /** where a new scene is to lie: `x,y` in field units */
  spot: parseAsString.withDefault(''),
};

type EditDialog = 'link' | 'write' | 'merge' | 'split';

/** Which act of editing is open, and on what. In the address, as all that is open. */
export function useEditDialog() {
  const [dialog, setDialog] = useDialog();
  const [{ on, to, spot }, set] = useQueryStates(parts, { history: 'replace' });
  return useMemo(() => {
    const [x, y] = spot.split(',').map(Number);
    return {
      dialog,
      on,
      to: to === '' ? [] : to.split(','),
      spot: x !== undefined && y !== undefined && Number.isFinite(x + y) ? { x, y } : undefined,
      open(name: EditDialog, about: { on?: string; to?: readonly string[]; spot?: Spot | undefined } = {}) {
        void set({
          on: about.on ?? null,
          to: about.to?.join(',') || null,
          spot: about.spot ? `${Math.round(about.spot.x)},${Math.round(about.spot.y)}` : null,
        });
        void setDialog(name);
      },
      close() {
        void set(null);
        void setDialog(null);
      },
    };
  }, [dialog, on, to, spot, set, setDialog]);
}
