'use client';
import { Filter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { InputOf } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKindView, CellProps } from './cell-view.ts';
import {
  ChoiceField,
  Fields,
  NameField,
  NumberField,
  RegionField,
  TextField,
  VaultField,
} from './fields.tsx';
import { ResultTable } from './result-table.tsx';
import { WordsField } from './words-field.tsx';

type Input = InputOf<'question'>;

const scenes = ['any', 'note', 'section', 'turn', 'written', 'missing'] as const satisfies Input['scenes'][];
const orders = ['fit', 'links', 'newest', 'oldest', 'title'] as const satisfies Input['order'][];

function QuestionCell({
  cell,
  notebookId,
  input,
  result,
  names,
  onInput,
  isEditing,
  onEdit,
}: CellProps<'question'>) {
  const t = useTranslations('notebook.question');
  const tn = useTranslations('notebook');
  const set = (part: Partial<Input>) => onInput({ ...input, ...part });
  return (
    <>
      {(isEditing || result === null || input.text !== '') && (
        <WordsField
          label={t('label')}
          prompt={t('prompt')}
          value={input.text}
          onChange={(text) => set({ text })}
        />
      )}
      <Fields isOpen={isEditing || result === null} onOpen={onEdit}>
        <ChoiceField
          label={t('scenes')}
          value={input.scenes}
          options={scenes.map((value) => ({
            value,
            words: value === 'any' ? t('any') : tn(`kinds.${value}`),
          }))}
          onChange={(value) => set({ scenes: value })}
        />
        <RegionField
          label={t('region')}
          hint={t('any')}
          value={input.region}
          onChange={(region) => set({ region })}
        />
        <TextField label={t('tag')} hint={t('any')} value={input.tag} onChange={(tag) => set({ tag })} />
        <VaultField
          label={t('vault')}
          hint={t('any')}
          value={input.vault}
          onChange={(vault) => set({ vault })}
        />
        <TextField
          label={t('since')}
          hint={t('day')}
          value={input.since}
          onChange={(since) => set({ since: since.slice(0, 10) })}
        />
        <TextField
          label={t('until')}
          hint={t('day')}
          value={input.until}
          onChange={(until) => set({ until: until.slice(0, 10) })}
        />
        <NameField
          label={t('from')}
          hint={t('field')}
          names={names}
          value={input.from}
          onChange={(from) => set({ from })}
        />
        <ChoiceField
          label={t('order')}
          value={input.order}
          options={orders.map((value) => ({ value, words: t(`orders.${value}`) }))}
          onChange={(order) => set({ order })}
        />
        <NumberField
          label={tn('search.limit')}
          most={500}
          value={input.limit}
          onChange={(limit) => set({ limit })}
        />
      </Fields>
      {result && (
        <ResultTable
          key={cell.ranAt}
          label={tn('cell.question')}
          table={result.table}
          of={{ notebookId, cellId: cell.id }}
        />
      )}
    </>
  );
}

export const question: CellKindView<'question'> = { kind: 'question', icon: Filter, View: QuestionCell };
