'use client';
import { useTranslations } from 'use-intl';
import type { ChangedView } from '../../graph-schema/views/changed-view.ts';
import { RegionDot } from '../_controls/region-dot.tsx';
import { AnswerCard } from '../_scene/answer-card.tsx';
import { useFieldState, useSelectedScene } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import styles from './changed-card.module.css';
import { useChanged, usePeriod } from './use-period.ts';
import { useQuotes } from '../_shell/use-quotes.ts';

const mostRegions = 12;
const mostJoined = 8;
const mostPieces = 2;

/** What came in the period: regions that were born or grew, those joined for the first time, the most linked of the new scenes. */
export function ChangedCard() {
  const t = useTranslations('changed');
  const { period, leave } = usePeriod();
  const changed = useChanged();
  const { data } = changed;
  const isGrowth = period.since === undefined;
  return (
    <AnswerCard
      label={t('card')}
      title={isGrowth ? t('cardUntil') : t('card')}
      testId="changed-card"
      asked={changed}
      onClose={leave}
    >
      {data && (
        <div className={styles.answer} aria-busy={changed.isPlaceholderData}>
          <p className={styles.sum} aria-live="polite">
            {changed.isPlaceholderData
              ? t('working')
              : data.scenes === 0
                ? t('nothing')
                : t('sum', { scenes: data.scenes, links: data.links })}
          </p>
          {data.regions.length > 0 && <Regions changed={data} isGrowth={isGrowth} />}
          {data.joined.length > 0 && !isGrowth && <Joined changed={data} />}
          {data.main.length > 0 && !isGrowth && <Main changed={data} />}
        </div>
      )}
    </AnswerCard>
  );
}

function Regions({ changed, isGrowth }: { changed: ChangedView; isGrowth: boolean }) {
  const t = useTranslations('changed');
  const { quoted } = useQuotes();
  const [, setState] = useFieldState();
  return (
    <div>
      <h3 className={styles.label}>{t('regions')}</h3>
      <ul className={styles.list}>
        {changed.regions.slice(0, mostRegions).map(({ id, name, hue, fresh, of, born, pieces }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.row}
              onClick={() => void setState({ region: id, around: null })}
            >
              <RegionDot hue={hue} />
              <span className={styles.name}>{name}</span>
              <span className={styles.faint}>
                {isGrowth ? of : born ? t('born', { fresh }) : t('grown', { fresh, of })}
              </span>
            </button>
            {!isGrowth && pieces.length > 0 && (
              <p className={styles.pieces}>
                {t('pieces', {
                  names: pieces
                    .slice(0, mostPieces)
                    .map((piece) => `${quoted(piece.title)} (${piece.notes})`)
                    .join(', '),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Joined({ changed }: { changed: ChangedView }) {
  const t = useTranslations('changed');
  const nameOf = (id: string) => changed.regions.find((region) => region.id === id)?.name;
  const named = changed.joined.flatMap(({ from, to, links }) => {
    const [a, b] = [nameOf(from), nameOf(to)];
    return a === undefined || b === undefined ? [] : [{ key: `${from} ${to}`, a, b, links }];
  });
  if (named.length === 0) return null;
  return (
    <div>
      <h3 className={styles.label}>{t('joined')}</h3>
      <ul className={styles.list}>
        {named.slice(0, mostJoined).map(({ key, a, b, links }) => (
          <li key={key} className={styles.row}>
            <span className={styles.name}>
              {a} — {b}
            </span>
            <span className={styles.faint}>{t('links', { count: links })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Main({ changed }: { changed: ChangedView }) {
  const t = useTranslations('changed');
  const { day } = useMeasures();
  const [, setScene] = useSelectedScene();
  return (
    <div>
      <h3 className={styles.label}>{t('main')}</h3>
      <ul className={styles.list}>
        {changed.main.map((scene) => (
          <li key={scene.id}>
            <button type="button" className={styles.row} onClick={() => void setScene(scene.id)}>
              <span className={styles.name}>{scene.title}</span>
              <span className={styles.faint}>{day(scene.day)}</span>
            </button>
          </li>
        ))}
      </ul>
      {changed.main.length < changed.scenes && (
        <p className={styles.faint}>{t('mainOf', { shown: changed.main.length, of: changed.scenes })}</p>
      )}
    </div>
  );
}
