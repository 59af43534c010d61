'use client';
import { ChartColumn } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { InputOf } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKindView, CellProps } from './cell-view.ts';
import { ChartFigure } from './chart-figure.tsx';
import { marks } from './cypher-cell.tsx';
import { ChoiceField, Fields, NameField, TextField } from './fields.tsx';

type Input = InputOf<'chart'>;
const sums = ['sum', 'mean', 'most'] as const satisfies Input['sum'][];

function ChartCell({ input, result, names, onInput, isEditing, onEdit }: CellProps<'chart'>) {
  const t = useTranslations('notebook.chart');
  const set = (part: Partial<Input>) => onInput({ ...input, ...part });
  return (
    <>
      <Fields isOpen={isEditing || result === null} onOpen={onEdit}>
        <NameField
          label={t('from')}
          hint="$…"
          names={names}
          value={input.from}
          onChange={(from) => set({ from })}
        />
        <TextField label={t('x')} hint={t('first')} value={input.x} onChange={(x) => set({ x })} />
        <TextField label={t('y')} hint={t('first')} value={input.y} onChange={(y) => set({ y })} />
        <ChoiceField
          label={t('sum')}
          value={input.sum}
          options={sums.map((value) => ({ value, words: t(`sums.${value}`) }))}
          onChange={(sum) => set({ sum })}
        />
        <ChoiceField
          label={t('mark')}
          value={input.mark}
          options={marks.map((value) => ({ value, words: t(`marks.${value}`) }))}
          onChange={(mark) => set({ mark })}
        />
      </Fields>
      {result && <ChartFigure chart={result.chart} x={result.x} y={result.y} mark={input.mark} />}
    </>
  );
}

export const chart: CellKindView<'chart'> = { kind: 'chart', icon: ChartColumn, View: ChartCell };
