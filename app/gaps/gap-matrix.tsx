'use client';
import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { GapsView } from '../../graph-schema/views/gap.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { type Pair, pairId } from './find-pair.ts';
import styles from './gap-matrix.module.css';

interface Props {
  view: GapsView;
  chosen: Pair | null;
  onChoose: (id: string) => void;
}

/** Regions by regions: the number is the links there are, the darkness the links that are wanting. Arrow keys walk, one tab stop. */
export function GapMatrix({ view, chosen, onChoose }: Props) {
  const t = useTranslations('gaps');
  const { count, decimal } = useMeasures();
  const table = useRef<HTMLTableElement>(null);
  const { regions } = view;
  // while nothing is counted yet a colour would say what only chance gives
  const isKnown = ({ chance }: Pair) => view.basis === 'counted' || chance !== null;
  const most = Math.max(0.0001, ...view.matrix.filter(isKnown).map(({ gap }) => gap));
  const cells = new Map(
    view.matrix.map((pair) => [`${Math.max(pair.from, pair.to)},${Math.min(pair.from, pair.to)}`, pair]),
  );
  const first = chosen ?? view.matrix[0];

  function walk(event: KeyboardEvent, row: number, column: number) {
    const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[
      event.key
    ] ?? [0, 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    const next = table.current?.querySelector<HTMLElement>(
      `[data-cell="${row + (down ?? 0)},${column + (right ?? 0)}"]`,
    );
    next?.focus();
  }

  return (
    <div className={styles.scroll}>
      <table ref={table} className={styles.matrix} aria-label={t('matrix')}>
        <thead>
          <tr>
            <td aria-hidden />
            {regions.map(({ id, name }) => (
              <th key={id} scope="col" className={styles.column} aria-label={name}>
                <span title={name}>
                  <span>{name}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map((region, row) => (
            <tr key={region.id}>
              <th scope="row" className={styles.row}>
                {region.name}
              </th>
              {regions.slice(0, row + 1).map((other, column) => {
                const pair = cells.get(`${row},${column}`);
                if (row === column)
                  return (
                    <td
                      key={other.id}
                      className={styles.own}
                      style={{ '--hue': region.hue } as CSSProperties}
                      aria-label={t('own', { name: region.name, count: region.scenes })}
                    >
                      {region.scenes}
                    </td>
                  );
                if (pair === undefined) return null;
                const share = isKnown(pair) ? Math.max(0, pair.gap / most) : 0;
                return (
                  <td key={other.id} className={styles.cell}>
                    <button
                      type="button"
                      data-cell={`${row},${column}`}
                      data-strong={share > 0.55}
                      aria-pressed={pair === chosen}
                      tabIndex={pair === first ? 0 : -1}
                      style={{ '--share': `${Math.round(share * 100)}%` } as CSSProperties}
                      aria-label={t(isKnown(pair) ? 'cell' : 'cellCounting', {
                        from: region.name,
                        to: other.name,
                        joined: count(pair.joined),
                        expected: decimal(pair.expected),
                      })}
                      onClick={() => onChoose(pairId(view, pair))}
                      onKeyDown={(event) => walk(event, row, column)}
                    >
                      {pair.joined === 0 ? '·' : count(pair.joined)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
