'use client';
import { useMutation } from '@tanstack/react-query';
import { Blocks, Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { InputOf } from '../../../graph-schema/views/notebook-view.ts';
import { Button } from '../../_controls/button.tsx';
import { useNotices } from '../../_shell/notices.tsx';
import { saveText } from '../../_shell/save-text.ts';
import { useMeasures } from '../../_shell/use-measures.ts';
import { useTRPC } from '../../_trpc/client.ts';
import styles from '../cell.module.css';
import type { CellKindView, CellProps } from './cell-view.ts';
import { Fields, NameField, NumberField, RegionField, SceneField } from './fields.tsx';

type Input = InputOf<'pack'>;

function PackCell({ input, result, names, onInput, isEditing, onEdit }: CellProps<'pack'>) {
  const t = useTranslations('notebook.pack');
  const tn = useTranslations('notebook');
  const { bytes } = useMeasures();
  const notices = useNotices();
  const save = useMutation(
    useTRPC().packs.export.mutationOptions({
      onSuccess: ({ fileName, text }) => saveText(fileName, text),
      onError: notices.fault,
    }),
  );
  const set = (part: Partial<Input>) => onInput({ ...input, ...part });
  return (
    <>
      <Fields isOpen={isEditing || result === null} onOpen={onEdit}>
        <NameField
          label={tn('question.from')}
          hint={tn('question.field')}
          names={names}
          value={input.from}
          onChange={(from) => set({ from })}
        />
        <RegionField
          label={tn('question.region')}
          hint={tn('question.any')}
          value={input.region}
          onChange={(region) => set({ region })}
        />
        <SceneField
          label={tn('map.around')}
          hint={tn('map.whole')}
          value={input.around}
          onChange={(around) => set({ around })}
        />
        {input.around !== '' && (
          <NumberField
            label={tn('map.depth')}
            least={0}
            most={3}
            value={input.depth}
            onChange={(depth) => set({ depth })}
          />
        )}
      </Fields>
      {result && (
        <div className={styles.line}>
          <span>{t('ready', { scenes: result.scenes, links: result.links, size: bytes(result.bytes) })}</span>
          <Button disabled={save.isPending} onClick={() => save.mutate(result.selection)}>
            <Download size={15} aria-hidden /> {t('save')}
          </Button>
        </div>
      )}
    </>
  );
}

export const pack: CellKindView<'pack'> = { kind: 'pack', icon: Blocks, View: PackCell };
