'use client';
import { ExternalLink } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Evidence } from '../../graph-schema/evidence.ts';
import type { SceneView } from '../../graph-schema/views/scene-view.ts';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { Speakers, speakersOf } from '../_controls/speakers.tsx';
import { RegionDot } from '../_controls/region-dot.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { NoteText } from '../_notes/note-text.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import { excerptAround } from './excerpt.ts';
import styles from './scene-pane.module.css';
import { useIsPhone } from './use-is-phone.ts';

interface Props {
  scene: { data: SceneView | undefined; error: unknown };
  title: string;
  evidence: readonly Evidence[];
}

/** One side of a proposal: the scene as it reads, with its quote lit and in sight. */
export function ScenePane({ scene: { data, error }, title, evidence }: Props) {
  const t = useTranslations('scene');
  const tf = useTranslations('field');
  const tr = useTranslations('review');
  const [, setScene] = useSelectedScene();
  const isPhone = useIsPhone();
  const box = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    if (data === undefined) return null;
    // Offsets of evidence are the file's; a scene's text begins at its own place in it.
    const origin = data.source?.start ?? 0;
    const lit = evidence
      .filter(({ path }) => data.source === null || path === data.source.path)
      .map(({ start, end }) => ({ start: start - origin, end: end - origin }));
    return excerptAround(data.body, lit, isPhone ? 'paragraph' : 'around');
  }, [data, evidence, isPhone]);

  // The quote is brought into sight again whenever another text is shown.
  useEffect(() => {
    const mark = box.current?.querySelector('mark');
    if (box.current === null || mark == null) return;
    const offset = mark.getBoundingClientRect().top - box.current.getBoundingClientRect().top;
    box.current.scrollTop += offset - box.current.clientHeight / 3;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [shown]);

  return (
    <article className={styles.pane}>
      <header className={styles.head}>
        <RegionDot hue={data?.region?.hue ?? null} />
        <span className={styles.region}>{data?.region?.name ?? (data ? tf('noRegion') : '…')}</span>
        {data?.openInObsidian != null && (
          <a className={styles.out} href={data.openInObsidian} aria-label={t('open')} title={t('open')}>
            <ExternalLink size={16} strokeWidth={1.75} aria-hidden />
          </a>
        )}
      </header>
      <h3 className={styles.title}>
        <button
          type="button"
          disabled={data === undefined}
          aria-label={tr('scene', { title })}
          onClick={() => data && void setScene(data.id)}
        >
          {title}
        </button>
      </h3>
      <div className={styles.who}>
        <Speakers of={speakersOf(evidence)} />
      </div>
      <div ref={box} className={styles.text}>
        {error !== null && error !== undefined ? <FaultPanel error={error} /> : null}
        {data === undefined && !error && <SkeletonLines widths={[1, 0.9, 1, 0.7]} />}
        {data?.state === 'missing' && <p className={styles.missing}>{t('missing')}</p>}
        {data && shown && data.state !== 'missing' && (
          <NoteText body={shown.body} lit={shown.lit} source={data.source} />
        )}
      </div>
    </article>
  );
}
