'use client';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EditView, Spot } from '../../graph-schema/views/edit-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useSelectedScene, useVault } from '../_shell/url-state.ts';
import { faultOf } from '../_trpc/fault.ts';
import styles from './edit.module.css';
import { focusOnce } from './focus-once.ts';
import { keepText, readKept } from './kept-text.ts';
import { LinkingArea } from './linking-area.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { useEditDialog } from './use-edit-dialog.ts';
import { useEdits } from './use-edits.ts';

interface Props {
  on: string | null;
  began: { title: string; body: string; version?: string };
  /** the scene as the graph has it now */
  now: EditView | undefined;
  spot: Spot | undefined;
  /** it was let go meanwhile */
  isGone: boolean;
}

/** Title and text. Nothing typed is lost: not to another window, not to a restart, not to a closed dialog. */
export function EditorForm({ on, began, now, spot, isGone }: Props) {
  const t = useTranslations('edit.scene');
  const { close } = useEditDialog();
  const { write, rewrite } = useEdits();
  const [vault] = useVault();
  const [, setScene] = useSelectedScene();
  const [kept, setKept] = useState(() => readKept(on));
  const [base, setBase] = useState(began);
  const [text, setText] = useState(() => kept ?? { title: began.title, body: began.body });
  const [isBare, setBare] = useState(false);
  const isNewer =
    now !== undefined && now.version !== base.version && !rewrite.isPending && !rewrite.isSuccess;
  const isPending = write.isPending || rewrite.isPending;
  const fault = write.error ?? rewrite.error;

  function change(part: Partial<typeof text>) {
    const next = { ...text, ...part };
    setText(next);
    setBare(false);
    keepText(on, next);
  }

  function done(id: string) {
    keepText(on, null);
    void setScene(id);
    close();
  }

  function saveNew() {
    const more = { ...(spot && { spot }), ...(vault !== null && { vaultId: vault }) };
    write.mutate({ ...text, ...more }, { onSuccess: ({ id }) => done(id) });
  }

  function saveOn(version: string | undefined) {
    if (isPending) return;
    if (text.title.trim() === '') setBare(true);
    else if (on === null) saveNew();
    else rewrite.mutate({ id: on, version: version ?? '-', ...text }, { onSuccess: ({ id }) => done(id) });
  }

  function takeBack(to: { title: string; body: string; version?: string }) {
    setBase(to);
    setText({ title: to.title, body: to.body });
    setKept(null);
    keepText(on, null);
    rewrite.reset();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        saveOn(base.version);
      }}
    >
      {kept !== null && (
        <p className={styles.note}>
          {t('kept')}
          <Button look="quiet" onClick={() => takeBack(now ?? began)}>
            {t('dropKept')}
          </Button>
        </p>
      )}
      <label className={styles.field}>
        <span className={styles.label}>{t('title')}</span>
        <input
          className={styles.input}
          dir="auto"
          ref={began.title === '' || on !== null ? focusOnce : undefined}
          value={text.title}
          aria-invalid={isBare}
          onChange={(event) => change({ title: event.target.value })}
        />
        {isBare && <span className={styles.bad}>{t('noTitle')}</span>}
      </label>
      <LinkingArea
        label={t('body')}
        help={t('bodyHelp')}
        value={text.body}
        onChange={(body) => change({ body })}
        onSave={() => saveOn(base.version)}
      />
      {(isNewer || isGone) && (
        <Meanwhile
          theirs={isGone ? null : (now ?? null)}
          onTake={() => now && takeBack(now)}
          onOver={() => {
            if (now) setBase(now);
            saveOn(now?.version);
          }}
          onNew={saveNew}
        />
      )}
      {fault !== null && !(isNewer && faultOf(fault).code === 'edited_meanwhile') && (
        <FaultPanel error={fault} />
      )}
      {!isNewer && !isGone && (
        <div className={styles.acts}>
          <Button type="submit" look="main" size="large" disabled={isPending}>
            {isPending ? t('saving') : on === null ? t('write') : t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}
