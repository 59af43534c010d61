'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTRPC } from '../_trpc/client.ts';
import { completed, linkTarget, type OpenLink, openLinkAt } from './linked-text.ts';

const most = 8;

/** What is offered for the `[[` that is open: each scene once, with the words that link to it. */
export interface LinkOffers {
  id: string;
  offers: readonly { id: string; title: string; path: string | null; target: string }[];
  /** place of the one that Enter takes */
  at: number;
  take: (target: string) => void;
}

/**
 * Scenes by title once `[[` is typed in a text; arrows choose, Enter or Tab takes, Escape goes on typing. `area` goes to the text's element as its `props` do, `list` to `LinkOfferList`.
 * `parts`: false where a part of a note cannot be named.
 */
export function useLinkOffers(
  area: RefObject<HTMLTextAreaElement | null>,
  { value, onChange, parts = true }: { value: string; onChange: (text: string) => void; parts?: boolean },
) {
  const id = useId();
  const caret = useRef<number | null>(null);
  const [link, setLink] = useState<OpenLink | null>(null);
  const [chosen, setChosen] = useState(0);
  const words = useDeferredValue(link?.words.trim() ?? '');
  const { data = [] } = useQuery(
    useTRPC().field.suggest.queryOptions(
      { text: words, limit: most },
      { enabled: words !== '', placeholderData: keepPreviousData },
    ),
  );
  const named = data.map((scene) => ({ ...scene, target: linkTarget(scene, parts ? data : []) }));
  const offers =
    link === null || words === ''
      ? []
      : named.filter(({ target }, index) => named.findIndex((one) => one.target === target) === index);
  const at = Math.min(chosen, Math.max(0, offers.length - 1));

  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function look() {
    const next = area.current && openLinkAt(area.current.value, area.current.selectionStart);
    if (next?.words !== link?.words) setChosen(0);
    setLink(next);
  }

  function take(target: string) {
    if (link === null) return;
    const next = completed(value, link, target);
    caret.current = next.caret;
    onChange(next.text);
    setLink(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    const offer = offers[at];
    if (offer === undefined || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const acts: Partial<Record<string, () => void>> = {
      ArrowDown: () => setChosen((at + 1) % offers.length),
      ArrowUp: () => setChosen((at - 1 + offers.length) % offers.length),
      Enter: () => take(offer.target),
      Tab: () => take(offer.target),
      Escape: () => setLink(null),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  const list: LinkOffers = { id, offers, at, take };
  const props = {
    'aria-autocomplete': 'list',
    'aria-controls': offers.length > 0 ? id : undefined,
    'aria-activedescendant': offers.length > 0 ? `${id}-${at}` : undefined,
    onChange(event: ChangeEvent<HTMLTextAreaElement>) {
      onChange(event.target.value);
      look();
    },
    onSelect: look,
    onBlur: () => setLink(null),
    onKeyDown,
  } as const;
  return { list, props };
}
