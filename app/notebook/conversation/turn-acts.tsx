'use client';
import { Cpu, GitBranch, Link2, Pencil, Play, RotateCcw, Square, SquarePen, StickyNote } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Answer } from '../../../graph-schema/views/conversation-view.ts';
import { Button } from '../../_controls/button.tsx';
import styles from './talk.module.css';

export type TurnAct = 'stop' | 'goOn' | 'again' | 'alone' | 'edit' | 'branch' | 'scene' | 'link' | 'prose';

interface State {
  isAnswering: boolean;
  answer: Answer | null;
}

const acts: Readonly<
  Record<TurnAct, { key: string; icon: typeof Play; isThere: (state: State) => boolean }>
> = {
  stop: { key: 'S', icon: Square, isThere: ({ isAnswering }) => isAnswering },
  goOn: { key: 'G', icon: Play, isThere: ({ answer }) => answer?.state === 'partial' },
  again: { key: 'R', icon: RotateCcw, isThere: ({ isAnswering }) => !isAnswering },
  alone: { key: 'N', icon: Cpu, isThere: ({ answer }) => answer?.state === 'declined' },
  edit: { key: 'E', icon: Pencil, isThere: ({ isAnswering }) => !isAnswering },
  branch: { key: 'B', icon: GitBranch, isThere: ({ answer }) => answer !== null },
  scene: { key: 'M', icon: SquarePen, isThere: ({ answer }) => says(answer) },
  link: { key: 'L', icon: Link2, isThere: ({ answer }) => says(answer) },
  prose: { key: 'T', icon: StickyNote, isThere: ({ answer }) => says(answer) },
};
const names = Object.keys(acts) as TurnAct[];

function says(answer: Answer | null): boolean {
  return answer !== null && answer.sentences.length > 0;
}

/** What the keys of a turn do now, by the key's code. */
export function turnKeys(state: State): ReadonlyMap<string, TurnAct> {
  return new Map(
    names.flatMap((name) => (acts[name].isThere(state) ? [[`Key${acts[name].key}`, name]] : [])),
  );
}

/** What can be done with a turn now, each with its key. */
export function TurnActs({ isAnswering, answer, onAct }: State & { onAct: (act: TurnAct) => void }) {
  const t = useTranslations('conversation.acts');
  return (
    <div className={styles.acts} role="toolbar" aria-label={t('label')}>
      {names
        .filter((name) => acts[name].isThere({ isAnswering, answer }))
        .map((name) => {
          const Sign = acts[name].icon;
          return (
            <Button key={name} look="quiet" keyCap={acts[name].key} onClick={() => onAct(name)}>
              <Sign size={15} strokeWidth={1.75} aria-hidden />
              {t(name)}
            </Button>
          );
        })}
    </div>
  );
}
