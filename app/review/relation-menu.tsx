'use client';
import { Menu } from '@base-ui/react/menu';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { relationKinds } from '../../graph-schema/link-kinds.ts';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { KeyCap } from '../_controls/key-cap.tsx';
import { KeyedMenu } from '../_controls/keyed-menu.tsx';
import menu from '../_controls/menu.module.css';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';

interface Props {
  className: string | undefined;
  proposal: Proposal;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** Another relation by a figure, or the other way round by E once more; shown in the sentence at once. */
export function RelationMenu({ proposal, ...open }: Props) {
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
  const turn = () => edit.mutate({ id: proposal.id, turn: true });
  const options = relationKinds.map((value) => ({ value, words: t(`relation.${value}`) }));
  return (
    <KeyedMenu
      {...open}
      words={t('edit')}
      letter="E"
      onLetter={turn}
      title={t('editor.title')}
      options={options}
      chosen={proposal.relation}
      onChoose={(relation) => edit.mutate({ id: proposal.id, relation })}
    >
      <Menu.Separator className={menu.separator} />
      <Menu.Item className={menu.item} onClick={turn}>
        <ArrowLeftRight size={15} aria-hidden />
        <span className={menu.grow}>
          {t('editor.turn', { from: proposal.from.title, to: proposal.to.title })}
        </span>
        <KeyCap>E</KeyCap>
      </Menu.Item>
    </KeyedMenu>
  );
}
