'use client';
import { useTranslations } from 'use-intl';
import { useFarGraph } from '../_shell/use-far-graph.ts';
import { useFarModels } from '../_shell/use-far-models.ts';
import styles from './start-screen.module.css';

/** What the app does, and where what it reads goes. */
export function Lead() {
  const t = useTranslations('start');
  const ts = useTranslations('shell');
  const graph = useFarGraph();
  const models = [...new Set(useFarModels().map(({ place }) => place))];
  const leaving = [
    ...(graph === null ? [] : [ts('graph.far', { place: graph })]),
    ...models.map((place) => ts('model.far', { place })),
  ];
  return (
    <p className={styles.lead}>
      {t('lead')} {leaving.length === 0 ? t('local') : leaving.join(' ')}
    </p>
  );
}
