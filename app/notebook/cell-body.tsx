'use client';
import type { MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { CellInput, CellView } from '../../graph-schema/views/notebook-view.ts';
import { Speakers } from '../_controls/speakers.tsx';
import { NoteText } from '../_notes/note-text.tsx';
import { quoteAround } from '../_shell/quote-around.ts';
import { Quote } from '../_shell/palette-list.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import styles from './cell.module.css';
import { FormulaCell } from './formula-cell.tsx';
import { MapCell } from './map-cell.tsx';

interface Props {
  cell: CellView;
  input: CellInput;
  isEditing: boolean;
  isRunning: boolean;
  onInput: (input: CellInput) => void;
  onEdit: () => void;
  onLeave: () => void;
}

/** What a cell asks and what came of it, by its kind. */
export function CellBody(props: Props) {
  const { input } = props;
  switch (input.kind) {
    case 'prose':
      return <ProseCell {...props} input={input} />;
    case 'search':
      return <SearchCell {...props} input={input} />;
    case 'map':
      return <MapCell cell={props.cell} input={input} onInput={props.onInput} />;
    case 'formula':
      return <FormulaCell cell={props.cell} input={input} onInput={props.onInput} />;
  }
}

function ProseCell({
  input,
  isEditing,
  onInput,
  onEdit,
  onLeave,
}: Props & { input: Extract<CellInput, { kind: 'prose' }> }) {
  const t = useTranslations('notebook');
  if (isEditing)
    return (
      <textarea
        className={styles.area}
        aria-label={t('cell.prose')}
        placeholder={t('prosePrompt')}
        value={input.text}
        onChange={(event) => onInput({ ...input, text: event.target.value })}
        onBlur={onLeave}
      />
    );
  const open = (event: MouseEvent) => {
    if (!(event.target instanceof Element && event.target.closest('a, button'))) onEdit();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- Enter on the cell does the same
    <div className={styles.prose} onClick={open}>
      {input.text.trim() === '' ? (
        <p className={styles.faint}>{t('proseEmpty')}</p>
      ) : (
        <NoteText body={input.text} />
      )}
    </div>
  );
}

function SearchCell({ cell, input, onInput }: Props & { input: Extract<CellInput, { kind: 'search' }> }) {
  const t = useTranslations('notebook');
  const [, setScene] = useSelectedScene();
  const hits = cell.result?.kind === 'search' ? cell.result.hits : null;
  return (
    <>
      <div className={styles.line}>
        <input
          className={styles.input}
          aria-label={t('searchPrompt')}
          placeholder={t('searchPrompt')}
          value={input.text}
          onChange={(event) => onInput({ ...input, text: event.target.value })}
        />
        <input
          className={[styles.input, styles.number].join(' ')}
          type="number"
          min={1}
          max={50}
          aria-label={t('limit')}
          value={input.limit}
          onChange={(event) =>
            onInput({ ...input, limit: Math.min(50, Math.max(1, Number(event.target.value) || 1)) })
          }
        />
      </div>
      {hits !== null && (
        <>
          <p className={styles.faint}>{t('hits', { count: hits.length })}</p>
          <ul className={styles.hits}>
            {hits.map((hit) => (
              <li key={`${hit.sceneId}${hit.start}`}>
                <button type="button" className={styles.hit} onClick={() => void setScene(hit.sceneId)}>
                  <b>{hit.title}</b> {hit.speaker && <Speakers of={[hit.speaker]} />}
                  <Quote {...quoteAround(hit.text, hit.lit)} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
