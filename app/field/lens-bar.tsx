'use client';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Toggle } from '@base-ui/react/toggle';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../graph-schema/views/field-view.ts';
import { TimeMenu } from '../_changed/time-menu.tsx';
import { useFieldState } from '../_shell/url-state.ts';
import { ExportMenu } from './export/export-menu.tsx';
import type { FieldController } from './field-controller.ts';
import { FilterMenu } from './filter-menu.tsx';
import styles from './lens-bar.module.css';
import { Legend } from './legend.tsx';
import { LensKey } from './lens/lens-key.tsx';
import type { LensState } from './lens/lens-legend.tsx';
import { LensMenu } from './lens/lens-menu.tsx';
import type { MapModel, Switch } from './map-model.ts';

interface Props {
  view: FieldView | undefined;
  hidden: ReadonlySet<string>;
  off: ReadonlySet<Switch>;
  lens: LensState;
  model: MapModel | undefined;
  /** null: the field is shown as a table */
  controller: FieldController | null;
}

/** Where one is in the field, and through which lens it is seen. */
export function LensBar({ view, hidden, off, lens, model, controller }: Props) {
  const [{ table }] = useFieldState();
  return (
    <div className={styles.bar} data-table={table}>
      <Breadcrumb view={view} />
      <Legend view={view} hidden={hidden} lens={lens} />
      <LensMenu of="colour" hidden={hidden} />
      <LensMenu of="size" hidden={hidden} />
      <TimeMenu />
      <FilterMenu off={off} speakers={view?.speakers ?? []} />
      <ExportMenu view={view} model={model} controller={controller} />
      {lens.colour !== undefined && lens.colour.lens !== 'region' && !lens.isWorking && (
        <LensKey reading={lens.colour} regions={view?.regions ?? []} hidden={hidden} />
      )}
    </div>
  );
}

function Breadcrumb({ view }: { view: FieldView | undefined }) {
  const t = useTranslations('field');
  const [{ around, region, depth }, setState] = useFieldState();
  if (around === null && region === null) return null;
  const title = view?.nodes.find(({ id }) => id === around)?.title ?? '…';
  const name = view?.regions.find(({ id }) => id === region)?.name ?? '…';
  return (
    <nav className={styles.crumbs} aria-label={t('whole')}>
      <button
        type="button"
        className={styles.back}
        aria-keyshortcuts="B"
        onClick={() => void setState({ around: null, region: null })}
      >
        {t('whole')}
      </button>
      <ChevronRight size={14} aria-hidden />
      <span className={styles.here}>{around === null ? t('region', { name }) : t('around', { title })}</span>
      {around !== null && (
        <ToggleGroup
          className={styles.depth}
          aria-label={t('depth')}
          value={[String(depth)]}
          onValueChange={([value]) => value !== undefined && void setState({ depth: Number(value) })}
        >
          {['1', '2', '3'].map((steps) => (
            <Toggle key={steps} value={steps} className={styles.step}>
              {steps}
            </Toggle>
          ))}
        </ToggleGroup>
      )}
    </nav>
  );
}
