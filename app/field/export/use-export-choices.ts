'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../../graph-schema/views/field-view.ts';
import type { ExportSelection } from '../../../graph-schema/views/export-view.ts';
import { useFieldState, useSelectedScene, useVault } from '../../_shell/url-state.ts';
import { useTRPC } from '../../_trpc/client.ts';
import type { MapModel } from '../map-model.ts';

export interface ExportChoice {
  what: 'view' | 'around' | 'region' | 'vault' | 'all';
  words: string;
  /** null: there is nothing in it */
  selection: ExportSelection | null;
}

/** What can leave from where one is: what is in sight first. */
export function useExportChoices(view: FieldView | undefined, model: MapModel | undefined): ExportChoice[] {
  const t = useTranslations('exporting.from');
  const [scene] = useSelectedScene();
  const [vaultId] = useVault();
  const [{ region: chosen }] = useFieldState();
  const { data: vaults } = useQuery(useTRPC().vaults.list.queryOptions());
  const ids = model?.nodes.map(({ id }) => id) ?? [];
  const regionId = chosen ?? view?.nodes.find(({ id }) => id === scene)?.regionId ?? null;
  const region = view?.regions.find(({ id }) => id === regionId);
  const vault = vaults?.find(({ id }) => id === vaultId);
  const choices: (ExportChoice | null)[] = [
    { what: 'view', words: t('view'), selection: ids.length === 0 ? null : { what: 'scenes', ids } },
    scene === null
      ? null
      : { what: 'around', words: t('around'), selection: { what: 'around', sceneId: scene, depth: 1 } },
    region === undefined
      ? null
      : {
          what: 'region',
          words: t('region', { name: region.name }),
          selection: { what: 'region', regionId: region.id },
        },
    vault === undefined
      ? null
      : {
          what: 'vault',
          words: t('vault', { name: vault.name }),
          selection: { what: 'vault', vaultId: vault.id },
        },
    { what: 'all', words: t('all'), selection: { what: 'all' } },
  ];
  return choices.filter((choice) => choice !== null);
}
