'use client';
import { Route, SplitSquareHorizontal } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { RegionView } from '../../graph-schema/views/region-view.ts';
import { IconButton } from '../_controls/icon-button.tsx';
import { RegionDot } from '../_controls/region-dot.tsx';
import { usePathStops } from '../_path/use-path-stops.ts';
import { useCamera, useFieldState } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { usePlace } from '../_shell/use-place.ts';
import styles from './region.module.css';

/** The regions that it is joined to, and those that it is like; each leads to the way between them and to the gap. */
export function RegionNeighbours({ region: { id, name, neighbours } }: { region: RegionView }) {
  const t = useTranslations('region');
  const tl = useTranslations('lens');
  const { decimal } = useMeasures();
  const [, setState] = useFieldState();
  const [, setCamera] = useCamera();
  const { connect } = usePathStops();
  const { go } = usePlace();
  if (neighbours.length === 0) return null;

  function visit(region: string) {
    void setCamera(null);
    void setState({ region });
  }

  /** The way leads out of the region: the whole field is shown. */
  function walk(ends: readonly string[]) {
    void setCamera(null);
    void setState({ region: null });
    connect(ends);
  }

  return (
    <section>
      <h3 className={styles.label}>{t('neighbours')}</h3>
      <ul>
        {neighbours.map((other) => (
          <li key={other.id} className={styles.line}>
            <button
              type="button"
              className={styles.neighbour}
              aria-label={t('open', { name: other.name })}
              onClick={() => visit(other.id)}
            >
              <span className={styles.name} dir="auto">
                <RegionDot hue={other.hue} /> {other.name}
              </span>
              <span className={styles.faint}>
                {t('links', { count: other.links })}
                {other.alike !== null &&
                  ` · ${t('alike', { share: tl('percent', { share: decimal(100 * other.alike) }) })}`}
              </span>
            </button>
            <IconButton
              label={t('path', { name, other: other.name })}
              icon={<Route size={16} strokeWidth={1.75} aria-hidden />}
              onClick={() => walk(other.ends)}
            />
            <IconButton
              label={t('gap', { name, other: other.name })}
              icon={<SplitSquareHorizontal size={16} strokeWidth={1.75} aria-hidden />}
              onClick={() => go('gaps', { gap: `cell:${id}|${other.id}` })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
