'use client';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { type ComponentProps, createContext, useContext, useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { useTranslations } from 'use-intl';
import { useSceneByTitle } from '../_scene/use-scene-by-title.ts';
import type { Span } from './lit-pieces.ts';
import { NoteEmbed } from './note-embed.tsx';
import { NoteMath } from './note-math.tsx';
import { NotePicture } from './note-picture.tsx';
import styles from './note-text.module.css';
import { parseNote } from './parse-note.ts';

export interface NoteSource {
  vaultId: string;
  path: string;
}

interface Props {
  body: string;
  /** where it was written; pictures are looked for from there */
  source?: NoteSource | null;
  lit?: readonly Span[];
}

const none: readonly Span[] = [];
const SourceContext = createContext<NoteSource | null>(null);

const components = {
  a: NoteLink,
  img: NoteImage,
  input: NoteBox,
  figure: NoteFigure,
  span: NoteSpan,
  div: NoteBlock,
  // The card's own title is the second level; a note's headings stand below it.
  h1: 'h3',
  h2: 'h4',
  h3: 'h5',
  h4: 'h6',
  h5: 'h6',
} as const;

/** A note as it reads: links lead to scenes, embedded notes stand in it, pictures come through the safe route, formulas are set, quoted spans are lit. */
export function NoteText({ body, source = null, lit = none }: Props) {
  const t = useTranslations('scene.note');
  const content = useMemo(
    () =>
      toJsxRuntime(parseNote(body, lit, { footnotes: t('footnotes'), back: t('back') }), {
        Fragment,
        jsx,
        jsxs,
        components,
      }),
    [body, lit, t],
  );
  return (
    <SourceContext value={source}>
      <div className={styles.note}>{content}</div>
    </SourceContext>
  );
}

function NoteImage({
  'data-target': target,
  alt,
  width,
}: ComponentProps<'img'> & { 'data-target'?: string }) {
  const source = useContext(SourceContext);
  return (
    <NotePicture
      target={target ?? ''}
      alt={alt ?? ''}
      source={source}
      {...(width !== undefined && { width: Number(width) })}
    />
  );
}

function NoteBox({ checked, type }: ComponentProps<'input'>) {
  const t = useTranslations('scene.note');
  const isDone = checked === true;
  return <input type={type} checked={isDone} disabled readOnly aria-label={t(isDone ? 'done' : 'todo')} />;
}

function NoteLink({
  'data-scene': scene,
  children,
  href,
  id,
}: ComponentProps<'a'> & { 'data-scene'?: string }) {
  const openTitle = useSceneByTitle();
  if (scene !== undefined)
    return (
      <button type="button" className={styles.link} onClick={() => openTitle(scene)}>
        {children}
      </button>
    );
  if (href === undefined) return <span>{children}</span>;
  const isInside = href.startsWith('#');
  return (
    <a href={href} id={id} {...(!isInside && { target: '_blank', rel: 'noreferrer noopener' })}>
      {children}
    </a>
  );
}

function NoteFigure({ 'data-scene': scene, children }: ComponentProps<'figure'> & { 'data-scene'?: string }) {
  return <NoteEmbed target={scene ?? ''}>{children}</NoteEmbed>;
}

type Marked<Tag extends 'span' | 'div'> = ComponentProps<Tag> & { 'data-math'?: string; 'data-tag'?: string };

function NoteSpan({ 'data-math': math, ...rest }: Marked<'span'>) {
  return math === undefined ? <span {...rest} /> : <NoteMath tex={math} isBlock={false} />;
}

function NoteBlock({ 'data-math': math, ...rest }: Marked<'div'>) {
  return math === undefined ? <div {...rest} /> : <NoteMath tex={math} isBlock />;
}
