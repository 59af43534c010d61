'use client';
import { Database } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { InputOf } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKindView, CellProps } from './cell-view.ts';
import { ChartFigure } from './chart-figure.tsx';
import { Drawing } from './drawing.tsx';
import { ChoiceField, Fields, TextField } from './fields.tsx';
import { ResultTable } from './result-table.tsx';
import { WordsField } from './words-field.tsx';

type Input = InputOf<'cypher'>;
const shows = ['table', 'map', 'chart'] as const satisfies Input['show'][];
export const marks = ['bar', 'line', 'dot'] as const satisfies Input['mark'][];

function CypherCell({ cell, notebookId, input, result, onInput, isEditing, onEdit }: CellProps<'cypher'>) {
  const t = useTranslations('notebook.cypher');
  const tc = useTranslations('notebook.chart');
  const tn = useTranslations('notebook');
  const set = (part: Partial<Input>) => onInput({ ...input, ...part });
  const columns = result?.table.columns ?? [];
  return (
    <>
      <WordsField
        isCode
        label={t('label')}
        prompt={t('prompt')}
        value={input.text}
        onChange={(text) => set({ text })}
      />
      <Fields isOpen={isEditing || result === null} onOpen={onEdit}>
        <ChoiceField
          label={t('show')}
          value={input.show}
          options={shows.map((value) => ({ value, words: t(`shows.${value}`) }))}
          onChange={(show) => set({ show })}
        />
        {input.show === 'chart' && (
          <>
            <TextField
              label={tc('x')}
              hint={tc('first')}
              options={columns}
              value={input.x}
              onChange={(x) => set({ x })}
            />
            <TextField
              label={tc('y')}
              hint={tc('first')}
              options={columns}
              value={input.y}
              onChange={(y) => set({ y })}
            />
            <ChoiceField
              label={tc('mark')}
              value={input.mark}
              options={marks.map((value) => ({ value, words: tc(`marks.${value}`) }))}
              onChange={(mark) => set({ mark })}
            />
          </>
        )}
      </Fields>
      {result?.drawing && <Drawing drawing={result.drawing} />}
      {result?.chart && (
        <ChartFigure
          chart={result.chart}
          x={input.x === '' ? (columns[0] ?? '') : input.x}
          y={input.y === '' ? (columns[1] ?? '') : input.y}
          mark={input.mark}
          hasTable
        />
      )}
      {result && (
        <ResultTable
          key={cell.ranAt}
          label={tn('cell.cypher')}
          table={result.table}
          of={{ notebookId, cellId: cell.id }}
        />
      )}
    </>
  );
}

export const cypher: CellKindView<'cypher'> = { kind: 'cypher', icon: Database, View: CypherCell };
