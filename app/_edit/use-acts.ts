'use client';
import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { Spot } from '../../graph-schema/views/edit-view.ts';
import { foldedRegion } from '../field/shown-part.ts';
import { usePathStops } from '../_path/use-path-stops.ts';
import { useDialog, useSelectedScene } from '../_shell/url-state.ts';
import { usePlace } from '../_shell/use-place.ts';
import { useTRPC } from '../_trpc/client.ts';
import { useEditDialog } from './use-edit-dialog.ts';
import { useEdits } from './use-edits.ts';
import { useMarks } from './use-marks.ts';
import { useSight } from './use-sight.ts';

/** What a menu is about: one scene, several, or (none) the ground of the map. */
export interface About {
  ids: readonly string[];
  /** of the one scene, where it is known */
  regionId?: string | null;
  /** where on the ground, field units */
  spot?: Spot | undefined;
}

export interface Act {
  id: string;
  words: string;
  keyCap?: string;
  run: () => void;
}

/** A path goes by way of so many scenes at most. */
const mostStops = 8;

/** What can be done, in groups: the same on the map, in the table and in the card. */
export function useActs({ ids, regionId = null, spot }: About): { title: string; groups: Act[][] } {
  const t = useTranslations('edit');
  const onMap = usePathname().startsWith('/field');
  const [id = ''] = ids;
  const folded = foldedRegion(id);
  const isOne = ids.length === 1 && folded === null;
  const { data: scene } = useQuery(
    useTRPC().editing.read.queryOptions({ id: id || '-' }, { enabled: isOne, retry: false }),
  );
  const [, setScene] = useSelectedScene();
  const [, setDialog] = useDialog();
  const { go } = usePlace();
  const { connect } = usePathStops();
  const { open } = useEditDialog();
  const edits = useEdits();
  const marks = useMarks();
  const sight = useSight();
  const act = (name: string, run: () => void, keyCap?: string): Act => ({
    id: name,
    words: t(`acts.${name as 'open'}`),
    run,
    ...(keyCap !== undefined && { keyCap }),
  });
  const sightActs = sight.isChanged ? sight.acts : [];

  if (ids.length === 0)
    return {
      title: t('menuOfMap'),
      groups: [
        [act(spot === undefined ? 'new' : 'newHere', () => open('write', { spot }), 'N')],
        [...(marks.marked.length > 0 ? [act('clear', () => marks.setMarked([]))] : []), ...sightActs],
      ],
    };
  if (folded !== null && ids.length === 1)
    return { title: t('menu'), groups: [[act('unfold', () => sight.unfold(folded))], sightActs] };
  const scenes = ids.filter((one) => foldedRegion(one) === null);
  if (!isOne)
    return {
      title: t('menuOfMany'),
      groups: [
        [
          act('linkMany', () => open('link', { on: scenes[0] ?? '', to: scenes.slice(1) }), 'L'),
          ...(scenes.length <= mostStops ? [act('pathMany', () => connect(scenes))] : []),
          act('pack', () => sight.pack(scenes)),
        ],
        [
          act('pin', () => edits.pin.mutate({ pins: scenes.map((one) => ({ id: one, isPinned: true })) })),
          act('hide', () => sight.hide(ids), 'H'),
          act('clear', () => marks.setMarked([])),
        ],
      ],
    };
  const isWhole = scene !== undefined && scene.rootId === scene.id && scene.mergedInto === null;
  const isPinned = scene?.isPinned === true;
  const isMarked = marks.marked.includes(id);
  return {
    title: t('menuOf', { title: scene?.title ?? '' }),
    groups: [
      [
        act('open', () => void setScene(id)),
        act('neighbourhood', () => go('field', { around: scene?.rootId ?? id, scene: id }), 'F'),
        act('link', () => open('link', { on: id }), 'L'),
        act(
          'path',
          () => {
            void setScene(id);
            void setDialog('path');
          },
          'P',
        ),
      ],
      [
        ...(scene?.isOwn === true ? [act('edit', () => open('write', { on: id }), 'E')] : []),
        ...(scene?.state === 'missing'
          ? [act('write', () => open('write', { to: [scene.title] }), 'E')]
          : []),
        ...(isWhole ? [act('merge', () => open('merge', { on: id }))] : []),
        ...(scene?.isOwn === true ? [act('split', () => open('split', { on: id }))] : []),
        ...(scene?.isOwn === true && scene.kind === 'written'
          ? [act('remove', () => remove(scene.title))]
          : []),
        act(isPinned ? 'unpin' : 'pin', () => edits.pin.mutate({ pins: [{ id, isPinned: !isPinned }] })),
      ],
      onMap
        ? [
            act(isMarked ? 'unmark' : 'mark', () => marks.toggleMarked(id), 'M'),
            act('hide', () => sight.hide([id]), 'H'),
            ...(regionId === null ? [] : [act('fold', () => sight.fold([regionId]))]),
            ...sightActs,
          ]
        : [],
    ],
  };

  function remove(title: string) {
    edits.remove.mutate(
      { id },
      {
        onSuccess({ number }) {
          edits.say(t('said.removed', { title }), number);
          void setScene(null);
        },
      },
    );
  }
}
