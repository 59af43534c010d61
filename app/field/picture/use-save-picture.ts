'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../../graph-schema/views/field-view.ts';
import { useNotices } from '../../_shell/notices.tsx';
import { saveFile } from '../../_shell/save-file.ts';
import { useFieldState, useVault } from '../../_shell/url-state.ts';
import { useTRPC } from '../../_trpc/client.ts';
import type { FieldController } from '../field-controller.ts';
import { makePng, makeSvg } from './make-picture.ts';
import { useLegend } from './use-legend.ts';

/** Saves the map as it is seen, with its legend. */
export function useSavePicture(view: FieldView | undefined, controller: FieldController | null) {
  const t = useTranslations();
  const notices = useNotices();
  const [{ around, region }] = useFieldState();
  const [vaultId] = useVault();
  const { data: vaults } = useQuery(useTRPC().vaults.list.queryOptions());
  const scene = view?.nodes.find(({ id }) => id === around);
  const shown = view?.regions.find(({ id }) => id === region);
  // All of the only vault is called by its name, too.
  const vault = vaults?.find(({ id }) => id === vaultId || vaults.length === 1);
  const title = scene
    ? t('field.around', { title: scene.title })
    : shown
      ? t('field.region', { name: shown.name })
      : (vault?.name ?? t('field.title'));
  const legendOf = useLegend(title, view?.regions ?? []);

  async function make(kind: 'png' | 'svg', from: FieldController) {
    const legend = legendOf(from.model(), from.colours());
    const picture = kind === 'svg' ? makeSvg(from, legend) : await makePng(from, legend);
    saveFile(`${fileName(title)}.${kind}`, picture);
  }

  return (kind: 'png' | 'svg') => {
    if (controller === null) return;
    make(kind, controller).then(
      () => notices.say(t('exporting.saved')),
      () => notices.say(t('exporting.noPicture')),
    );
  };
}

/** Letters and digits of any script: safe in every file system. */
function fileName(title: string): string {
  const safe = [...title.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()].slice(0, 60).join('');
  return safe || 'scenefield';
}
