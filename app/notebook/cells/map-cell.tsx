'use client';
import { Map as MapSign } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MapInput } from '../../../graph-schema/views/cells/map.ts';
import type { InputOf } from '../../../graph-schema/views/notebook-view.ts';
import { Button } from '../../_controls/button.tsx';
import { SkeletonLines } from '../../_controls/skeleton.tsx';
import { usePlace } from '../../_shell/use-place.ts';
import styles from '../cell.module.css';
import type { CellKindView, CellProps } from './cell-view.ts';
import { Drawing } from './drawing.tsx';
import {
  ChoiceField,
  Fields,
  NameField,
  NumberField,
  RegionField,
  SceneField,
  TextField,
  VaultField,
} from './fields.tsx';

type Input = InputOf<'map'>;
const colours = MapInput.shape.colour.def.innerType.options;

// the map's own code comes with the first live window
const LiveMap = lazy(() => import('./live-map.tsx'));

function MapCell({ input, result, names, onInput, isEditing, onEdit }: CellProps<'map'>) {
  const t = useTranslations('notebook.map');
  const tq = useTranslations('notebook.question');
  const { go } = usePlace();
  const tl = useTranslations('lens.by');
  const [isLive, setLive] = useState(false);
  const set = (part: Partial<Input>) => onInput({ ...input, ...part });
  const { view } = result ?? {};
  return (
    <>
      <Fields isOpen={isEditing || result === null} onOpen={onEdit}>
        <SceneField
          label={t('around')}
          hint={t('whole')}
          value={input.around}
          onChange={(around) => set({ around })}
        />
        {input.around !== '' && (
          <NumberField label={t('depth')} most={3} value={input.depth} onChange={(depth) => set({ depth })} />
        )}
        <RegionField
          label={tq('region')}
          hint={tq('any')}
          value={input.region}
          onChange={(region) => set({ region })}
        />
        <VaultField
          label={tq('vault')}
          hint={tq('any')}
          value={input.vault}
          onChange={(vault) => set({ vault })}
        />
        <NameField
          label={tq('from')}
          hint={tq('field')}
          names={names}
          value={input.from}
          onChange={(from) => set({ from })}
        />
        <TextField
          label={tq('since')}
          hint={tq('day')}
          value={input.since}
          onChange={(since) => set({ since: since.slice(0, 10) })}
        />
        <TextField
          label={tq('until')}
          hint={tq('day')}
          value={input.until}
          onChange={(until) => set({ until: until.slice(0, 10) })}
        />
        <ChoiceField
          label={t('colour')}
          value={input.colour}
          options={colours.map((value) => ({ value, words: tl(value) }))}
          onChange={(colour) => set({ colour })}
        />
      </Fields>
      {result && !isLive && <Drawing drawing={result.drawing} />}
      {view && isLive && (
        <Suspense fallback={<SkeletonLines widths={[1, 1, 1, 1, 1]} />}>
          <LiveMap asked={view} colour={input.colour} />
        </Suspense>
      )}
      {view && input.from === '' && (
        <div className={styles.line}>
          <Button look="quiet" aria-pressed={isLive} onClick={() => setLive(!isLive)}>
            {t(isLive ? 'still' : 'live')}
          </Button>
          <Button
            look="quiet"
            onClick={() =>
              go('field', {
                ...(view.around !== undefined && { around: view.around, depth: String(view.depth ?? 1) }),
                ...(view.regionId !== undefined && { region: view.regionId }),
                ...(view.vaultId !== undefined && { vault: view.vaultId }),
                ...(view.since !== undefined && { since: view.since }),
                ...(view.until !== undefined && { until: view.until }),
              })
            }
          >
            {t('open')}
          </Button>
        </div>
      )}
    </>
  );
}

export const map: CellKindView<'map'> = { kind: 'map', icon: MapSign, View: MapCell };
