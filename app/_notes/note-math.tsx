'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './note-text.module.css';

/** TeX as the browser's own mathematics: no fonts and no styles of a library's. What sets it is loaded with the first formula. */
export function NoteMath({ tex, isBlock }: { tex: string; isBlock: boolean }) {
  const t = useTranslations('scene.note');
  const place = useRef<HTMLSpanElement>(null);
  const [isWrong, setWrong] = useState(false);

  useEffect(() => {
    const still = { here: true };
    async function set() {
      const { default: katex } = await import('katex');
      if (!still.here || place.current === null) return;
      try {
        katex.render(tex, place.current, { output: 'mathml', displayMode: isBlock, throwOnError: true });
      } catch {
        setWrong(true);
      }
    }
    void set();
    return () => {
      still.here = false;
    };
  }, [tex, isBlock]);

  if (isWrong) return <code title={t('wrongMath')}>{tex}</code>;
  return <span ref={place} {...(isBlock && { className: styles.math })} />;
}
