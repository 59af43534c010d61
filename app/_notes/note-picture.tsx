'use client';
import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NoteSource } from './note-text.tsx';
import styles from './note-text.module.css';

interface Props {
  target: string;
  alt: string;
  width?: number;
  source: NoteSource | null;
}

/** A picture of the vault, through the server's safe route. One on the network is named and never fetched. */
export function NotePicture({ target, alt, width, source }: Props) {
  const t = useTranslations('scene');
  const [isLost, setLost] = useState(false);
  if (/^[a-z][a-z0-9+.-]*:/i.test(target))
    return <span className={styles.lost}>{t('outerImage', { url: target })}</span>;
  if (isLost || source === null)
    return (
      <span className={styles.lost}>
        <ImageOff size={15} aria-hidden /> {t('image', { name: target })}
      </span>
    );
  const asked = new URLSearchParams({ vault: source.vaultId, from: source.path, target });
  return (
    <img
      className={styles.picture}
      src={`/api/image?${asked}`}
      alt={alt}
      loading="lazy"
      {...(width !== undefined && { width })}
      onError={() => setLost(true)}
    />
  );
}
