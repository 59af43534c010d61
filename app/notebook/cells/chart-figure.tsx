'use client';
import { useTranslations } from 'use-intl';
import type { ResultOf } from '../../../graph-schema/views/notebook-view.ts';
import { useMeasures } from '../../_shell/use-measures.ts';
import { scaleOf } from './chart-scale.ts';
import { useColumnWords, useValueWords } from './column-words.ts';
import styles from './chart-figure.module.css';
import { ResultTable } from './result-table.tsx';

interface Props {
  chart: ResultOf<'chart'>['chart'];
  x: string;
  /** '' where rows are counted */
  y: string;
  mark: 'bar' | 'line' | 'dot';
  /** a table of the numbers stands beside it already */
  hasTable?: boolean;
}

const width = 640;
const height = 260;
const edges = { left: 56, right: 12, top: 12, bottom: 28 };
/** Names under the axis that find room. */
const mostNames = 9;
const longestName = 12;
/** Bars with long names lie down. */
const rowHeight = 22;
const nameWidth = 200;
const longestShown = 26;
const widestBar = 64;

/** Numbers as a drawing, and the same numbers as a table. */
export function ChartFigure({ chart, x, y, mark, hasTable = false }: Props) {
  const t = useTranslations('notebook.chart');
  const nameOf = useColumnWords();
  const wordsOf = useValueWords();
  const points = chart.points.map((point) => ({ ...point, name: wordsOf(x, String(point.x)) }));
  const title = y === '' ? t('counted', { x: nameOf(x) }) : t('of', { x: nameOf(x), y: nameOf(y) });
  const isLying = mark === 'bar' && points.some(({ name }) => name.length > longestName);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.title}>{title}</figcaption>
      {points.length === 0 && <p className={styles.left}>{t('nothing')}</p>}
      {points.length > 0 &&
        (isLying ? (
          <Lying points={points} label={title} />
        ) : (
          <Standing points={points} mark={mark} label={title} />
        ))}
      {chart.left > 0 && <p className={styles.left}>{t('left', { count: chart.left })}</p>}
      {!hasTable && (
        <details className={styles.numbers}>
          <summary>{t('numbers')}</summary>
          <ResultTable
            label={title}
            table={{
              columns: [nameOf(x), y === '' ? t('rows') : nameOf(y)],
              rows: points.map(({ name, y: value }) => [name, value]),
              total: points.length,
              isCut: false,
            }}
          />
        </details>
      )}
    </figure>
  );
}

interface Point {
  name: string;
  x: string | number;
  y: number;
}

function Lying({ points, label }: { points: readonly Point[]; label: string }) {
  const { decimal } = useMeasures();
  const scale = scaleOf(points.map(({ y }) => y));
  const room = width - nameWidth - 60;
  const at = (value: number) => nameWidth + (room * (value - scale.from)) / (scale.to - scale.from);
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${points.length * rowHeight + 4}`}
      role="img"
      aria-label={label}
    >
      {points.map(({ name, y }, row) => {
        const [start, end] = [at(Math.min(0, y)), at(Math.max(0, y))];
        return (
          <g key={name} transform={`translate(0 ${row * rowHeight + 2})`}>
            <text className={styles.rowName} x={nameWidth - 8} y={15}>
              {name.length > longestShown ? `${name.slice(0, longestShown - 1)}…` : name}
              <title>{name}</title>
            </text>
            <rect
              className={styles.bar}
              x={start}
              y={3}
              width={Math.max(1, end - start)}
              height={16}
              rx={2}
            />
            <text className={styles.rowValue} x={end + 6} y={15}>
              {decimal(y)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Standing({ points, mark, label }: { points: readonly Point[]; mark: Props['mark']; label: string }) {
  const { decimal } = useMeasures();
  const scale = scaleOf(points.map(({ y }) => y));
  const [across, up] = [width - edges.left - edges.right, height - edges.top - edges.bottom];
  const step = across / points.length;
  const isNumeric = mark !== 'bar' && points.every(({ x }) => typeof x === 'number');
  const numbers = isNumeric ? points.map(({ x }) => Number(x)) : [];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const left = (index: number) =>
    edges.left +
    (isNumeric && last > first
      ? (across * ((numbers[index] ?? 0) - first)) / (last - first)
      : step * (index + 0.5));
  const top = (value: number) => edges.top + up - (up * (value - scale.from)) / (scale.to - scale.from);
  const bar = Math.max(1, Math.min(step * 0.72, widestBar));
  const each = Math.ceil(points.length / mostNames);
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={styles.grid}
            x1={edges.left}
            x2={width - edges.right}
            y1={top(tick)}
            y2={top(tick)}
          />
          <text className={styles.tick} x={edges.left - 8} y={top(tick) + 4}>
            {decimal(tick)}
          </text>
        </g>
      ))}
      {mark === 'line' && (
        <polyline
          className={styles.line}
          points={points.map(({ y }, index) => `${left(index)},${top(y)}`).join(' ')}
        />
      )}
      {points.map(({ name, y }, index) => (
        <g key={name}>
          {mark === 'bar' ? (
            <rect
              className={styles.bar}
              x={left(index) - bar / 2}
              width={bar}
              y={Math.min(top(0), top(y))}
              height={Math.max(1, Math.abs(top(0) - top(y)))}
              rx={2}
            >
              <title>{`${name}: ${decimal(y)}`}</title>
            </rect>
          ) : (
            <circle className={styles.dot} cx={left(index)} cy={top(y)} r={mark === 'dot' ? 4 : 3}>
              <title>{`${name}: ${decimal(y)}`}</title>
            </circle>
          )}
          {index % each === 0 && (
            <text className={styles.name} x={left(index)} y={height - 8}>
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
