'use client';
import dynamic from 'next/dynamic';
import { type ComponentType, useEffect, useState } from 'react';
import { type DialogName, useDialog } from './url-state.ts';

/** After the page is there. */
const restMs = 2000;

const palette = () => import('./palette.tsx');

/** All that edits is one piece. */
type Piece = Exclude<DialogName, 'link' | 'merge' | 'split'>;

const pieces: Readonly<Record<Piece, ComponentType>> = {
  search: dynamic(() => palette().then((m) => m.Palette), { ssr: false }),
  folder: dynamic(() => import('../_start/folder-dialog.tsx').then((m) => m.FolderDialog), { ssr: false }),
  keys: dynamic(() => import('./keys-dialog.tsx').then((m) => m.KeysDialog), { ssr: false }),
  searches: dynamic(() => import('../_kept/searches-dialog.tsx').then((m) => m.SearchesDialog), {
    ssr: false,
  }),
  additions: dynamic(() => import('../_additions/additions-dialog.tsx').then((m) => m.AdditionsDialog), {
    ssr: false,
  }),
  path: dynamic(() => import('../_path/path-dialog.tsx').then((m) => m.PathDialog), { ssr: false }),
  axis: dynamic(() => import('../_axis/axis-dialog.tsx').then((m) => m.AxisDialog), { ssr: false }),
  views: dynamic(() => import('../_views/views-dialog.tsx').then((m) => m.ViewsDialog), { ssr: false }),
  write: dynamic(() => import('../_edit/edit-dialogs.tsx').then((m) => m.EditDialogs), { ssr: false }),
};

/** What lies over the page: fetched when it is first asked for, then kept, so that it can close as it opened. The search is fetched as soon as the page rests. */
export function Dialogs() {
  const [open] = useDialog();
  const [asked, setAsked] = useState<readonly Piece[]>([]);
  const wanted = open === null ? null : pieceOf(open);
  if (wanted !== null && !asked.includes(wanted)) setAsked([...asked, wanted]);
  useEffect(() => {
    const soon = setTimeout(() => void palette(), restMs);
    return () => clearTimeout(soon);
  }, []);
  return asked.map((piece) => {
    const Dialog = pieces[piece];
    return <Dialog key={piece} />;
  });
}

function pieceOf(name: DialogName): Piece {
  return name === 'link' || name === 'merge' || name === 'split' ? 'write' : name;
}
