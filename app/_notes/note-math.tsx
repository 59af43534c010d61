'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './note-text.module.css';

/** TeX as the browser's own mathematics: no fonts and no styles of a library's. What sets it is loaded with the first formula. */
export function NoteMath({ tex, isBlock }: { tex: string; isBlock: boolean }) {
  const t = useTranslations('scene.note');
  const place = useRef<HTMLElement>(null);
  const [isWrong, setWrong] = useState(false);

  useEffect(() => {
    let isGone = false;
    void import('katex').then(({ default: katex }) => {
      if (isGone || place.current === null) return;
      try {
        katex.render(tex, place.current, { output: 'mathml', displayMode: isBlock, throwOnError: true });
      } catch {
        setWrong(true);
      }
    });
    return () => {
      isGone = true;
    };
  }, [tex, isBlock]);

  if (isWrong) return <code title={t('wrongMath')}>{tex}</code>;
  return isBlock ? <div ref={place as never} className={styles.math} /> : <span ref={place} />;
}
