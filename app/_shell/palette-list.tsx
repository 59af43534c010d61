'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { KeyCap } from '../_controls/key-cap.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { Speakers } from '../_controls/speakers.tsx';
import styles from './palette.module.css';
import { usePaletteGroups } from './palette-groups.ts';
import { useEmbedding } from './use-embedding.ts';

/** The box and what it finds: places, commands, scenes, places in the text. */
export function PaletteList({ asked, onDone }: { asked: string; onDone: () => void }) {
  const t = useTranslations('shell.search');
  const [text, setText] = useState(asked);
  const { groups, isPending, place } = usePaletteGroups(text);
  const meaning = useEmbedding();
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={groups}
      value={text}
      onValueChange={(value, details) => {
        if (details.reason === 'input-change' || details.reason === 'input-clear') setText(value);
      }}
      autoHighlight="always"
      keepHighlight
    >
      <div className={styles.box}>
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <Autocomplete.Input
          className={styles.input}
          placeholder={place === null ? t('prompt') : t('promptIn', { vault: place })}
          aria-label={t('prompt')}
        />
      </div>
      <Autocomplete.Empty className={styles.empty}>
        {isPending ? <SkeletonLines widths={[0.5, 0.8, 0.6]} /> : t('empty')}
      </Autocomplete.Empty>
      <Autocomplete.List className={styles.list}>
        {(group: (typeof groups)[number]) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className={styles.label}>{t(group.value)}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: (typeof group.items)[number]) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  className={styles.item}
                  onClick={() => {
                    if (item.asks !== undefined) setText(item.asks);
                    else onDone();
                    item.run();
                  }}
                >
                  <span className={styles.words}>
                    <span className={styles.name}>{item.label}</span>
                    {item.about && <span className={styles.about}>{item.about}</span>}
                    {item.why && <span className={styles.why}>{item.why}</span>}{' '}
                    {item.speaker && <Speakers of={[item.speaker]} />}
                    {item.quote && <Quote text={item.quote.text} lit={item.quote.lit} />}
                  </span>
                  {item.keyCap?.split(' ').map((key) => (
                    <KeyCap key={key}>{key}</KeyCap>
                  ))}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <p className={styles.hint}>
        {place !== null && `${t('within', { vault: place })} · `}
        {meaning === null ? t('hint') : t('meaningGrows', { percent: meaning })}
      </p>
    </Autocomplete.Root>
  );
}

/** A passage with the words that matched lit. */
export function Quote({ text, lit }: { text: string; lit: readonly { start: number; end: number }[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of lit) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <span className={styles.quote}>{parts}</span>;
}
