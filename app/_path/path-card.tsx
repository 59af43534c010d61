'use client';
import { useTranslations } from 'use-intl';
import type { PathView } from '../../graph-schema/views/path-view.ts';
import type { SceneLink } from '../../graph-schema/views/scene-view.ts';
import { AnswerCard } from '../_scene/answer-card.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import styles from './path-card.module.css';
import { usePathStops } from './use-path-stops.ts';
import { usePaths } from './use-paths.ts';

/** How the scenes that were asked for are connected: the ways to choose from, and the chosen one step by step with the words that say each. */
export function PathCard() {
  const t = useTranslations('path');
  const { way, choose, leave } = usePathStops();
  const { paths, chosen } = usePaths();
  const ways = paths.data ?? [];
  return (
    <AnswerCard label={t('title')} title={t('title')} testId="path-card" asked={paths} onClose={leave}>
      {paths.data?.length === 0 && <p className={styles.none}>{t('none')}</p>}
      {ways.length > 1 && (
        <ul className={styles.ways} aria-label={t('ways')}>
          {ways.map(({ kind, scenes, steps }, at) => (
            <li key={[kind, ...scenes.map(({ id }) => id)].join(' ')}>
              <button
                type="button"
                className={styles.way}
                aria-pressed={at === way}
                onClick={() => choose(at)}
              >
                <span>{t(`kind.${kind}`)}</span>
                {steps.length === 1 ? t('straight') : between(scenes)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen && <Steps path={chosen} />}
    </AnswerCard>
  );
}

/** The scenes between the ends. */
function between(scenes: PathView['scenes']): string {
  return scenes
    .slice(1, -1)
    .map(({ title }) => title)
    .join(' → ');
}

function Steps({ path: { scenes, steps } }: { path: PathView }) {
  const [, setScene] = useSelectedScene();
  return (
    <ol className={styles.steps}>
      {scenes.map(({ id, title, state }, at) => (
        <li key={id}>
          <button type="button" className={styles.scene} data-state={state} onClick={() => void setScene(id)}>
            {title}
          </button>
          {steps[at] && <Said links={steps[at].links} />}
        </li>
      ))}
    </ol>
  );
}

const mostSaid = 2;

/** What says one step: the relation, who says it, and the words. Named relations first, then those with words. */
function Said({ links }: { links: readonly SceneLink[] }) {
  const t = useTranslations('scene');
  const to = useTranslations('shell.origin');
  const quoteOf = ({ evidence }: SceneLink) => evidence.find(({ shown }) => shown.trim() !== '')?.shown ?? '';
  const weight = (link: SceneLink) =>
    (link.relation === 'links_to' || link.relation === 'mentions' ? 2 : 0) + (quoteOf(link) === '' ? 1 : 0);
  const shown = links.toSorted((a, b) => weight(a) - weight(b)).slice(0, mostSaid);
  return (
    <ul className={styles.said}>
      {shown.map((link) => (
        <li key={link.id}>
          <span className={styles.relation} data-origin={link.origin}>
            {t(`${link.direction}.${link.relation}`)}
            {link.origin !== 'vault' && ` · ${to(link.origin)}`}
          </span>
          {quoteOf(link) !== '' && <q className={styles.quote}>{quoteOf(link).replaceAll(/\s+/gu, ' ')}</q>}
        </li>
      ))}
    </ul>
  );
}
