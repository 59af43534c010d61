'use client';
import { Map, Sparkles, Table2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../graph-schema/views/field-view.ts';
import chip from '../_controls/chip.module.css';
import { KeyCap } from '../_controls/key-cap.tsx';
import { usePropose } from '../_shell/commands.ts';
import { useFieldState, useVault } from '../_shell/url-state.ts';
import { useVaults } from '../_shell/use-vaults.ts';
import { usePlace } from '../_shell/use-place.ts';
import styles from './field-foot.module.css';

/** Map or table, how much there is, and what is proposed. */
export function FieldFoot({ view, pending }: { view: FieldView | undefined; pending: number }) {
  const t = useTranslations('field');
  const [{ table }, setState] = useFieldState();
  const [vault] = useVault();
  const { data: vaults } = useVaults();
  const { go } = usePlace();
  const propose = usePropose();
  const Sign = table ? Map : Table2;
  return (
    <footer className={styles.foot} data-table={table}>
      <button
        type="button"
        className={chip.chip}
        aria-keyshortcuts="T"
        onClick={() => void setState({ table: !table })}
      >
        <Sign size={15} strokeWidth={1.75} aria-hidden />
        {table ? t('asMap') : t('table')}
        <KeyCap>T</KeyCap>
      </button>
      {pending > 0 ? (
        <button type="button" className={[chip.chip, styles.ghosts].join(' ')} onClick={() => go('review')}>
          {t('proposals', { count: pending })}
        </button>
      ) : (
        <button
          type="button"
          className={chip.chip}
          disabled={propose.isPending}
          onClick={() => propose.mutate({ kind: 'link', ...(vault !== null && { vault }) })}
        >
          <Sparkles size={15} strokeWidth={1.75} aria-hidden />
          {propose.isPending ? t('proposing') : t('propose')}
        </button>
      )}
      <span className={styles.counts} data-testid="field-counts">
        {view?.notes && view.notes.chosen < view.notes.of
          ? t('chosen', view.notes)
          : view &&
            t('counts', {
              scenes: vaults?.find(({ id }) => id === vault)?.scenes ?? view.totals.scenes,
              links: view.totals.links,
              missing: view.totals.missing,
            })}
      </span>
    </footer>
  );
}
