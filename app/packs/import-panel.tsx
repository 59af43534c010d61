'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useTRPC } from '../_trpc/client.ts';
import styles from './packs.module.css';
import { PreviewCard } from './preview-card.tsx';
import { Problems } from './problems.tsx';

/** A pack by file, drop or paste: what it would change is shown first; nothing is written before yes. */
export function ImportPanel() {
  const t = useTranslations('packs.import');
  const ts = useTranslations('shell.acts');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { undo } = useUndo();
  const [text, setText] = useState('');
  const [isOver, setOver] = useState(false);
  const preview = useMutation(trpc.packs.preview.mutationOptions());
  const take = useMutation(
    trpc.packs.import.mutationOptions({
      onSuccess(_answer, _input) {
        const title = preview.data?.valid === true ? preview.data.preview.title : '';
        notices.say(t('done', { title }), { label: ts('undo'), run: () => undo() });
        void queryClient.invalidateQueries();
        reset();
      },
    }),
  );

  function reset() {
    preview.reset();
    setText('');
  }

  function check(content: string) {
    take.reset();
    setText(content);
    preview.mutate({ text: content });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    void file?.text().then(check);
  }

  if (preview.data?.valid === true)
    return (
      <>
        <PreviewCard preview={preview.data.preview} />
        {take.error && <FaultPanel error={take.error} />}
        <div className={styles.acts}>
          <Button look="main" size="large" disabled={take.isPending} onClick={() => take.mutate({ text })}>
            {take.isPending ? t('importing') : t('act')}
          </Button>
          <Button size="large" onClick={reset}>
            {t('other')}
          </Button>
          <span className={styles.faint}>{t('nothing')}</span>
        </div>
      </>
    );
  return (
    <>
      <div
        className={styles.drop}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileUp size={26} strokeWidth={1.5} aria-hidden />
        <p>{t('drop')}</p>
        <label className={styles.choose}>
          {t('choose')}
          <input
            className={styles.file}
            type="file"
            accept=".yaml,.yml,text/yaml"
            onChange={(event) => void event.target.files?.[0]?.text().then(check)}
          />
        </label>
      </div>
      <section className={styles.card}>
        <textarea
          className={styles.area}
          aria-label={t('paste')}
          placeholder={t('paste')}
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={styles.acts}>
          <Button look="main" disabled={text.trim() === '' || preview.isPending} onClick={() => check(text)}>
            {preview.isPending ? t('checking') : t('check')}
          </Button>
          <span className={styles.faint}>{t('nothing')}</span>
        </div>
      </section>
      {preview.error && <FaultPanel error={preview.error} />}
      {preview.data?.valid === false && <Problems problems={preview.data.problems} />}
    </>
  );
}
