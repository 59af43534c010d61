'use client';
import { Unplug } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Gap } from '../../../graph-schema/views/gap.ts';
import type { InputOf } from '../../../graph-schema/views/notebook-view.ts';
import { Button } from '../../_controls/button.tsx';
import { usePlace } from '../../_shell/use-place.ts';
import { useSelectedScene } from '../../_shell/url-state.ts';
import styles from '../cell.module.css';
import type { CellKindView, CellProps } from './cell-view.ts';
import { DecideCards } from './decide-card.tsx';
import { ChoiceField, Fields, NumberField, VaultField } from './fields.tsx';
import { useQuotes } from '../../_shell/use-quotes.ts';

type Input = InputOf<'gap'>;
const kinds = ['any', ...Gap.shape.kind.options] as const;

function GapCell({ input, result, onInput, isEditing, onEdit }: CellProps<'gap'>) {
  const t = useTranslations('notebook.gap');
  const tk = useTranslations('notebook.gapKinds');
  const tn = useTranslations('notebook');
  const set = (part: Partial<Input>) => onInput({ ...input, ...part });
  return (
    <>
      <Fields isOpen={isEditing || result === null} onOpen={onEdit}>
        <ChoiceField
          label={t('what')}
          value={input.what}
          options={kinds.map((value) => ({ value, words: tk(value) }))}
          onChange={(what) => set({ what })}
        />
        <VaultField
          label={tn('question.vault')}
          hint={tn('question.any')}
          value={input.vault}
          onChange={(vault) => set({ vault })}
        />
        <NumberField
          label={tn('search.limit')}
          most={50}
          value={input.limit}
          onChange={(limit) => set({ limit })}
        />
      </Fields>
      {result && (
        <>
          <p className={styles.faint}>
            {t('found', { count: result.gaps.length })}
            {result.basis === 'counting' && ` · ${t('counting')}`}
          </p>
          <ul className={styles.hits}>
            {result.gaps.map((gap) => (
              <GapRow key={gap.id} gap={gap} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A gap, where it shows, and what would close it: decided here where something is proposed. */
function GapRow({ gap }: { gap: Gap }) {
  const t = useTranslations('notebook.gap');
  const tk = useTranslations('notebook.gapKinds');
  const { quoted } = useQuotes();
  const { go } = usePlace();
  const [, setScene] = useSelectedScene();
  const [isOpen, setOpen] = useState(false);
  const ids = gap.closes.flatMap(({ proposalId }) => proposalId ?? []);
  const { sceneId } = gap;
  const [quote] = gap.evidence;
  return (
    <li className={styles.gap}>
      <p className={styles.gapHead}>
        <b>{gap.title}</b> <span className={styles.faint}>{tk(gap.kind)}</span>
      </p>
      {quote && <p className={styles.quote}>{quoted(quote.shown.replaceAll(/\s+/gu, ' '))}</p>}
      <div className={styles.line}>
        {ids.length > 0 && (
          <Button look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('closes', { count: ids.length })}
          </Button>
        )}
        {sceneId !== undefined && (
          <Button look="quiet" onClick={() => void setScene(sceneId)}>
            {t('open')}
          </Button>
        )}
        <Button look="quiet" onClick={() => go('gaps', { gap: gap.id })}>
          {t('inGaps')}
        </Button>
      </div>
      {isOpen && <DecideCards ids={ids} takesFocus />}
    </li>
  );
}

export const gapKind: CellKindView<'gap'> = { kind: 'gap', icon: Unplug, View: GapCell };
