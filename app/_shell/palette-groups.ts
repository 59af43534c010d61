'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SearchHit } from '../../graph-schema/views/search-hit.ts';
import type { Speaker } from '../../graph-schema/views/speaker.ts';
import { useKept } from '../_kept/use-kept.ts';
import { useVisit } from '../_views/use-visit.ts';
import { useTRPC } from '../_trpc/client.ts';
import { useCommands } from './commands.ts';
import { isMatch } from './match-words.ts';
import { useFoundTexts } from './use-found-texts.ts';
import { quoteAround } from './quote-around.ts';
import { useAsked, useDialog, useSelectedScene, useVault } from './url-state.ts';
import { useShowVault } from './use-show-vault.ts';
import { useVaults } from './use-vaults.ts';

export interface PaletteItem {
  /** who says the quote */
  speaker?: Speaker | null;
  id: string;
  label: string;
  about?: string;
  /** why it was found, where its words do not show it */
  why?: string;
  keyCap?: string;
  quote?: { text: string; lit: readonly { start: number; end: number }[] };
  /** puts these words into the box instead of leaving it */
  asks?: string;
  run: () => void;
}

interface PaletteGroup {
  value: 'vaults' | 'scenes' | 'texts' | 'kept' | 'views' | 'places' | 'commands' | 'this';
  items: PaletteItem[];
}

/** Places in the text at first, and when a person asks for more. */
const few = 8;
const many = 50;

/** What the box offers for the words typed: what is called so first (scenes, places, commands), then what speaks of it. `place`: the vault that is searched; null: all. */
export function usePaletteGroups(text: string): {
  groups: PaletteGroup[];
  isPending: boolean;
  place: string | null;
} {
  const asked = useDeferredValue(text.trim());
  const t = useTranslations('shell.search');
  const trpc = useTRPC();
  const [, setScene] = useSelectedScene();
  const [vault] = useVault();
  const { data: vaults } = useVaults();
  const showVault = useShowVault();
  const [isEverywhere, setEverywhere] = useState(false);
  const within = isEverywhere ? null : vault;
  const [, setDialog] = useDialog();
  const [, setAsked] = useAsked();
  const { places, commands } = useCommands();
  const { kept: searches } = useKept('searches');
  const { kept: views } = useKept('views');
  const { visit } = useVisit();
  const suggested = useQuery(
    trpc.field.suggest.queryOptions(
      { text: asked, limit: 8, ...(within !== null && { vaultId: within }) },
      { enabled: asked !== '', placeholderData: keepPreviousData },
    ),
  );
  const [limit, setLimit] = useState(few);
  const found = useFoundTexts(asked, { vault: within, limit });
  // not before it is answered: Enter after a quick word means what is found
  const isAsked = asked.length > 2 && !found.isFetching;
  const keeping: PaletteItem = {
    id: 'keep',
    label: t('keep', { text: asked }),
    run() {
      void setAsked(asked);
      void setDialog('searches');
    },
  };
  const wider: PaletteItem = {
    id: 'everywhere',
    label: t('everywhere'),
    asks: asked,
    run: () => setEverywhere(true),
  };
  const more: PaletteItem = {
    id: 'more',
    label: t('more'),
    asks: asked,
    run: () => setLimit(many),
  };
  const all: PaletteGroup[] = [
    {
      value: 'scenes',
      items: (asked === '' ? [] : (suggested.data ?? [])).map(({ id, title, state, path }) => ({
        id: `scene:${id}`,
        label: title,
        about: state === 'missing' ? t('missing') : (path ?? ''),
        run: () => void setScene(id),
      })),
    },
    {
      value: 'kept',
      items: searches
        .filter(({ name, text: words }) => words !== asked && isMatch(name, asked))
        .map(({ id, name, text: words }) => ({
          id: `kept:${id}`,
          label: name,
          ...(words !== name && { about: words }),
          asks: words,
          run: () => {},
        })),
    },
    {
      value: 'views',
      items: views
        .filter(({ name }) => asked !== '' && isMatch(name, asked))
        .map((view) => ({ id: `view:${view.id}`, label: view.name, run: () => void visit(view.text) })),
    },
    {
      value: 'vaults',
      items: (asked === '' || vaults === undefined || vaults.length < 2 ? [] : vaults)
        .filter(({ id, name }) => id !== vault && isMatch(name, asked))
        .map(({ id, name }) => ({ id: `vault:${id}`, label: name, run: () => showVault(id) })),
    },
    { value: 'places', items: places.filter(({ label }) => isMatch(label, asked)) },
    { value: 'commands', items: commands.filter(({ label }) => isMatch(label, asked)) },
    {
      value: 'texts',
      items: found.hits.map((hit) => ({
        id: `text:${hit.sceneId}:${hit.start}`,
        ...namedBy(hit),
        ...(hit.by === 'meaning' && { why: t('byMeaning') }),
        speaker: hit.speaker,
        quote: quoteAround(hit.shown ?? hit.text, hit.lit),
        run: () => void setScene(hit.sceneId),
      })),
    },
    {
      value: 'this',
      items: [
        ...(isAsked && limit === few && found.hits.length >= few ? [more] : []),
        ...(isAsked && within !== null ? [wider] : []),
        ...(isAsked && !searches.some((one) => one.text === asked) ? [keeping] : []),
      ],
    },
  ];
  return {
    groups: all.filter(({ items }) => items.length > 0),
    place: vaults?.find(({ id }) => id === within)?.name ?? null,
    isPending: suggested.isFetching || found.isFetching,
  };
}

/** A section by its note first: of themselves many say only "Links" or "See also". */
function namedBy({ sceneId, rootId, title, path }: SearchHit): { label: string; about?: string } {
  if (sceneId === rootId || path === null) return { label: title };
  const note = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return note === title ? { label: title } : { label: note, about: title };
}
