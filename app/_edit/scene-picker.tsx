'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SceneId } from '../../graph-schema/ids.ts';
import { OfferedScene } from '../_scene/offered-scene.tsx';
import palette from '../_shell/palette.module.css';
import { useTRPC } from '../_trpc/client.ts';

interface Props {
  icon: ReactNode;
  label: string;
  hint: string;
  /** said where nobody is called so */
  nobody: string;
  /** not offered */
  without: readonly string[];
  onPick: (scene: { id: SceneId; title: string }) => void;
}

/** Finds a scene by its title, by keyboard or pointer. */
export function ScenePicker({ icon, label, hint, nobody, without, onPick }: Props) {
  const [text, setText] = useState('');
  const asked = text.trim();
  const found = useQuery(
    useTRPC().field.suggest.queryOptions(
      { text: asked, limit: 12 },
      { enabled: asked !== '', placeholderData: keepPreviousData },
    ),
  );
  const items = asked === '' ? [] : (found.data ?? []).filter(({ id }) => !without.includes(id));
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={items}
      value={text}
      onValueChange={(value, details) => {
        if (details.reason === 'input-change' || details.reason === 'input-clear') setText(value);
      }}
      autoHighlight="always"
      keepHighlight
    >
      <div className={palette.box}>
        {icon}
        <Autocomplete.Input className={palette.input} placeholder={label} aria-label={label} />
      </div>
      <Autocomplete.Empty className={palette.empty}>{asked !== '' && nobody}</Autocomplete.Empty>
      <Autocomplete.List className={palette.list}>
        {(item: (typeof items)[number]) => (
          <Autocomplete.Item key={item.id} value={item} className={palette.item} onClick={() => onPick(item)}>
            <OfferedScene title={item.title} path={item.path} />
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      <p className={palette.hint}>{hint}</p>
    </Autocomplete.Root>
  );
}
