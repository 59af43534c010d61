'use client';
import { ListChecks } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ProposalKind } from '../../../graph-schema/proposal.ts';
import type { InputOf } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKindView, CellProps } from './cell-view.ts';
import { DecideCards } from './decide-card.tsx';
import { ChoiceField, Fields, NameField, NumberField, SceneField, SwitchField } from './fields.tsx';

type Input = InputOf<'proposals'>;

function ProposalsCell({ cell, input, result, names, onInput, isEditing, onEdit }: CellProps<'proposals'>) {
  const t = useTranslations('notebook.proposals');
  const tn = useTranslations('notebook');
  const tk = useTranslations('review.look.kinds');
  const set = (part: Partial<Input>) => onInput({ ...input, ...part });
  return (
    <>
      <Fields isOpen={isEditing || result === null} onOpen={onEdit}>
        <ChoiceField
          label={t('what')}
          value={input.what}
          options={[
            { value: 'any' as const, words: t('any') },
            ...ProposalKind.options.map((value) => ({ value, words: tk(value) })),
          ]}
          onChange={(what) => set({ what })}
        />
        <SceneField
          label={tn('map.around')}
          hint={t('everywhere')}
          value={input.around}
          onChange={(around) => set({ around })}
        />
        <NameField
          label={tn('question.from')}
          hint={tn('question.field')}
          names={names}
          value={input.from}
          onChange={(from) => set({ from })}
        />
        <NumberField
          label={tn('search.limit')}
          most={50}
          value={input.limit}
          onChange={(limit) => set({ limit })}
        />
        <SwitchField label={t('across')} value={input.across} onChange={(across) => set({ across })} />
        <SwitchField label={t('ask')} value={input.ask} onChange={(ask) => set({ ask })} />
      </Fields>
      {result && <DecideCards key={cell.ranAt} ids={result.ids} />}
    </>
  );
}

export const proposals: CellKindView<'proposals'> = {
  kind: 'proposals',
  icon: ListChecks,
  View: ProposalsCell,
};
