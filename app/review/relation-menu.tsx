'use client';
import '../_shell/zod-without-eval.ts';
import { Menu } from '@base-ui/react/menu';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeftRight, Check } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { type RelationKind, relationKinds } from '../../graph-schema/link-kinds.ts';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { Button } from '../_controls/button.tsx';
import { KeyCap } from '../_controls/key-cap.tsx';
import menu from '../_controls/menu.module.css';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import styles from './relation-menu.module.css';

interface Props {
  className: string | undefined;
  proposal: Proposal;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** Another relation by a figure, or the other way round by E once more; shown in the sentence at once. */
export function RelationMenu({ className, proposal, isOpen, onOpen }: Props) {
  const t = useTranslations('review');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const edit = useMutation(
    trpc.proposals.edit.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.proposals.pathKey() }),
      onError: notices.fault,
    }),
  );
  const relate = (relation: RelationKind) => edit.mutate({ id: proposal.id, relation });
  const turn = () => edit.mutate({ id: proposal.id, turn: true });

  function press(event: KeyboardEvent) {
    const relation = relationKinds[Number(event.key) - 1];
    const isTurn = event.code === 'KeyE';
    if (relation === undefined && !isTurn) return;
    event.preventDefault();
    event.stopPropagation();
    onOpen(false);
    if (isTurn) turn();
    else if (relation !== undefined) relate(relation);
  }

  return (
    <Menu.Root open={isOpen} onOpenChange={onOpen}>
      <Menu.Trigger render={<Button className={className} size="large" keyCap="E" />}>
        {t('edit')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} side="top" sideOffset={8} align="start">
          <Menu.Popup className={menu.popup} onKeyDownCapture={press}>
            <Menu.Group>
              <Menu.GroupLabel className={menu.label}>{t('editor.title')}</Menu.GroupLabel>
              {relationKinds.map((relation, index) => (
                <Menu.Item key={relation} className={menu.item} onClick={() => relate(relation)}>
                  <span className={styles.check}>
                    {relation === proposal.relation && <Check size={15} aria-hidden />}
                  </span>
                  <span className={menu.grow}>{t(`relation.${relation}`)}</span>
                  <KeyCap>{String(index + 1)}</KeyCap>
                </Menu.Item>
              ))}
            </Menu.Group>
            <Menu.Separator className={menu.separator} />
            <Menu.Item className={menu.item} onClick={turn}>
              <ArrowLeftRight size={15} aria-hidden />
              <span className={menu.grow}>
                {t('editor.turn', { from: proposal.from.title, to: proposal.to.title })}
              </span>
              <KeyCap>E</KeyCap>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
