'use client';
import { MessagesSquare } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { FaultPanel } from '../../_controls/fault-panel.tsx';
import { SkeletonLines } from '../../_controls/skeleton.tsx';
import { faultOf } from '../../_trpc/fault.ts';
import { EarlierTalks } from '../conversation/earlier-talks.tsx';
import { Talk } from '../conversation/talk.tsx';
import { useTalk } from '../conversation/use-talk.ts';
import styles from '../cell.module.css';
import type { CellKindView, CellProps } from './cell-view.ts';

/** A talk with the field, in its place in the notebook. */
function ConversationCell({ cell, notebookId, input, onInput }: CellProps<'conversation'>) {
  const t = useTranslations('conversation');
  const { talk } = useTalk(input.talk);
  const begunRef = useRef(false);
  const onTalk = (id: string, tip: string) => {
    begunRef.current = input.talk !== id;
    onInput({ ...input, talk: id, tip });
  };
  const place = { notebookId, id: cell.id };
  const isLost = talk.error !== null && faultOf(talk.error).code === 'not_found';
  if (input.talk !== '' && talk.isPending) return <SkeletonLines widths={[0.5, 1, 0.8]} />;
  if (talk.error && !isLost) return <FaultPanel error={talk.error} onRetry={() => void talk.refetch()} />;
  if (input.talk === '' || isLost || talk.data === undefined)
    return (
      <>
        <p className={styles.faint}>{isLost ? t('lost') : t('empty')}</p>
        <Talk view={null} tip="" cell={place} onTalk={onTalk} />
        <EarlierTalks onTalk={(id) => onTalk(id, '')} />
      </>
    );
  return <Talk view={talk.data} tip={input.tip} cell={place} begunRef={begunRef} onTalk={onTalk} />;
}

export const conversation: CellKindView<'conversation'> = {
  kind: 'conversation',
  icon: MessagesSquare,
  View: ConversationCell,
  runs: false,
};
