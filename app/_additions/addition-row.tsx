'use client';
import { Copy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Addition } from '../../graph-schema/views/export-view.ts';
import { Button } from '../_controls/button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import styles from './additions.module.css';

/** What one note gains, to be copied. */
export function AdditionRow({ addition: { title, path, markdown } }: { addition: Addition }) {
  const t = useTranslations('exporting.additions');
  const notices = useNotices();

  function copy() {
    navigator.clipboard.writeText(markdown).then(() => notices.say(t('copied', { title })), notices.fault);
  }

  return (
    <li className={styles.row}>
      <div className={styles.bar}>
        <div className={styles.name}>
          <div className={styles.title} dir="auto">
            {title}
          </div>
          <div className={styles.faint} dir="auto">
            {path ?? t('newNote')}
          </div>
        </div>
        <Button aria-label={t('copyOf', { title })} onClick={copy}>
          <Copy size={15} strokeWidth={1.75} aria-hidden />
          {t('copy')}
        </Button>
      </div>
      <pre className={styles.markdown} dir="auto">
        {markdown.trimEnd()}
      </pre>
    </li>
  );
}
