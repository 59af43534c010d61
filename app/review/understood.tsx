'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LearnedEffect, LearningView } from '../../graph-schema/views/learning-view.ts';
import { useEffectWords } from '../_scene/use-effect-words.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './queue.module.css';

/** Log-odds: less is not worth a word. */
const leastChange = 0.1;

/** After a decision: what the queue will do differently for it. Silent while that is nothing one could see. */
export function Understood() {
  const t = useTranslations('review');
  const wordsOf = useEffectWords();
  const { data } = useQuery(useTRPC().proposals.learned.queryOptions());
  const before = useRef<LearningView | null>(null);
  const [learned, setLearned] = useState<LearnedEffect | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const last = before.current;
    before.current = data;
    if (last !== null && last.decisions !== data.decisions) setLearned(mostChanged(last, data));
  }, [data]);
  return (
    <output className={styles.understood}>
      {learned !== null && t('understood', { what: wordsOf(learned) })}
    </output>
  );
}

/** What weighs more than before, most first. */
function mostChanged(before: LearningView, after: LearningView): LearnedEffect | null {
  const weightOf = ({ kind, name }: LearnedEffect) =>
    before.effects.find((each) => each.kind === kind && each.name === name)?.effect ?? 0;
  const grown = after.effects
    .map((effect) => ({ effect, by: (effect.effect - weightOf(effect)) * Math.sign(effect.effect) }))
    .filter(({ by }) => by >= leastChange)
    .toSorted((a, b) => b.by - a.by);
  return grown[0]?.effect ?? null;
}
