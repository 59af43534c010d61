'use client';
import { Menu } from '@base-ui/react/menu';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { NotebookPen, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Kept } from '../../graph-schema/views/kept.ts';
import { IconButton } from '../_controls/icon-button.tsx';
import menu from '../_controls/menu.module.css';
import { useNotices } from '../_shell/notices.tsx';
import { usePlace } from '../_shell/use-place.ts';
import { useTRPC } from '../_trpc/client.ts';
import { mapCellOf } from './map-cell-of.ts';
import styles from './to-notebook.module.css';

/** Puts a kept view into a notebook, one that is there or a new one of the view's name. */
export function ToNotebook({ view }: { view: Kept }) {
  const t = useTranslations('views');
  const trpc = useTRPC();
  const { data: notebooks = [] } = useQuery(trpc.notebooks.list.queryOptions());
  const put = usePut(view);
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <IconButton
            label={t('toNotebook', { name: view.name })}
            icon={<NotebookPen size={16} strokeWidth={1.75} aria-hidden />}
          />
        }
      />
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} sideOffset={6} align="end">
          <Menu.Popup className={menu.popup}>
            {notebooks.map(({ id, title }) => (
              <Menu.Item key={id} className={menu.item} onClick={() => put({ id, title })}>
                {title}
              </Menu.Item>
            ))}
            <Menu.Item className={menu.item} onClick={() => put(null)}>
              <Plus size={15} aria-hidden />
              {t('newNotebook')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** `notebook` null: a new one. */
function usePut({ name, text }: Kept): (notebook: { id: string; title: string } | null) => void {
  const t = useTranslations('views');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { go } = usePlace();
  const { mutateAsync: create } = useMutation(trpc.notebooks.create.mutationOptions());
  const { mutateAsync: addCell } = useMutation(trpc.notebooks.addCell.mutationOptions());

  async function put(notebook: { id: string; title: string } | null) {
    const [{ regions }, vaults] = await Promise.all([
      queryClient.fetchQuery(trpc.field.regions.queryOptions({})),
      queryClient.fetchQuery(trpc.vaults.list.queryOptions()),
    ]);
    const input = mapCellOf(text, {
      region: (id) => regions.find((region) => region.id === id)?.name,
      vault: (id) => vaults.find((vault) => vault.id === id)?.name,
    });
    const { id, title } = notebook ?? (await create({ title: name }));
    const { cells } = await queryClient.fetchQuery(trpc.notebooks.read.queryOptions({ id }));
    await addCell({ notebookId: id, after: cells.at(-1)?.id ?? null, input });
    await queryClient.invalidateQueries({ queryKey: trpc.notebooks.pathKey() });
    notices.say(t('put', { name, title }), {
      label: t('openNotebook'),
      run: () => go('notebook', { notebook: id }),
    });
  }
  return (notebook) => void put(notebook).catch(notices.fault);
}
