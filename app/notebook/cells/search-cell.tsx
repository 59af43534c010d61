'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Speakers } from '../../_controls/speakers.tsx';
import { Quote } from '../../_shell/palette-list.tsx';
import { quoteAround } from '../../_shell/quote-around.ts';
import { useSelectedScene } from '../../_shell/url-state.ts';
import styles from '../cell.module.css';
import type { CellKindView, CellProps } from './cell-view.ts';
import { Fields, NumberField } from './fields.tsx';
import { WordsField } from './words-field.tsx';

function SearchCell({ input, result, onInput, isEditing, onEdit }: CellProps<'search'>) {
  const t = useTranslations('notebook.search');
  const [, setScene] = useSelectedScene();
  return (
    <>
      <WordsField
        label={t('label')}
        prompt={t('prompt')}
        value={input.text}
        onChange={(text) => onInput({ ...input, text })}
      />
      <Fields isOpen={isEditing || result === null} onOpen={onEdit}>
        <NumberField
          label={t('limit')}
          most={50}
          value={input.limit}
          onChange={(limit) => onInput({ ...input, limit })}
        />
      </Fields>
      {result && (
        <>
          <p className={styles.faint}>{t('hits', { count: result.hits.length })}</p>
          <ul className={styles.hits}>
            {result.hits.map((hit) => (
              <li key={`${hit.sceneId}${hit.start}`}>
                <button type="button" className={styles.hit} onClick={() => void setScene(hit.sceneId)}>
                  <b>{hit.title}</b> {hit.speaker && <Speakers of={[hit.speaker]} />}
                  <Quote {...quoteAround(hit.shown ?? hit.text, hit.lit)} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export const search: CellKindView<'search'> = { kind: 'search', icon: Search, View: SearchCell };
