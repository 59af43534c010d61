'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { VaultView } from '../../graph-schema/views/settings-view.ts';
import { Button } from '../_controls/button.tsx';
import { ButtonLink } from '../_controls/button-link.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useDialog } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useVaults } from '../_shell/use-vaults.ts';
import { useOpenVault } from '../_start/use-open-vault.ts';
import { useTRPC } from '../_trpc/client.ts';
import { ConfirmDialog } from '../_shell/confirm-dialog.tsx';
import { removedWords } from './removed-words.ts';
import styles from './settings.module.css';

/** Folders in the field: read again, what was read, taken out. */
export function VaultsSection() {
  const t = useTranslations('settings');
  const vaults = useVaults();
  const [, setDialog] = useDialog();
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{t('sections.vaults')}</h2>
      {vaults.error && <FaultPanel error={vaults.error} onRetry={() => void vaults.refetch()} />}
      <div className={styles.card}>
        {vaults.data?.length === 0 && <p className={styles.row}>{t('vaults.none')}</p>}
        {vaults.data?.map((vault) => (
          <VaultRow key={vault.id} vault={vault} />
        ))}
        <div className={styles.row}>
          <Button onClick={() => void setDialog('folder')}>{t('vaults.add')}</Button>
        </div>
      </div>
    </section>
  );
}

function VaultRow({ vault }: { vault: VaultView }) {
  const t = useTranslations('settings');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { when } = useMeasures();
  const open = useOpenVault();
  const ask = useMutation(trpc.vaults.remove.mutationOptions({ onError: notices.fault }));
  const remove = useMutation(
    trpc.vaults.remove.mutationOptions({
      onSuccess() {
        notices.say(t('vaults.removed', { name: vault.name }));
        void queryClient.invalidateQueries();
      },
      onError: notices.fault,
    }),
  );
  const { name, path } = vault;
  // talks with the field lie in no folder
  const isFolder = path !== '';
  return (
    <div className={styles.row}>
      <div className={[styles.words, styles.whole].join(' ')}>
        <span className={styles.strong}>{name}</span>
        {isFolder && <span className={styles.path}>{path}</span>}
        <span className={styles.faint}>
          {t('vaults.counts', { sources: vault.sources, scenes: vault.scenes })}
          {vault.readAt !== null && ` · ${t('vaults.read', { when: when(vault.readAt) })}`}
        </span>
      </div>
      {isFolder && (
        <>
          <Button disabled={open.isPending} onClick={() => open.mutate({ path, name })}>
            {t('vaults.again')}
          </Button>
          <ButtonLink href={`/settings/coverage?${new URLSearchParams({ name })}`}>
            {t('vaults.report')}
          </ButtonLink>
          <Button look="danger" disabled={ask.isPending} onClick={() => ask.mutate({ name, dryRun: true })}>
            {t('vaults.remove')}
          </Button>
        </>
      )}
      <ConfirmDialog
        isOpen={ask.data !== undefined}
        title={t('vaults.removeAct', { name })}
        text={t('vaults.removing', { what: removedWords(t, ask.data?.removed ?? {}) })}
        act={t('vaults.removeAct', { name })}
        onClose={() => ask.reset()}
        onConfirm={() => remove.mutate({ name, dryRun: false })}
      />
    </div>
  );
}
