import type { CSSProperties } from 'react';
import { placeLabels } from './place-labels.ts';
import styles from './map-sketch.module.css';

interface Point {
  id: string;
  title: string;
  x: number;
  y: number;
  hue: number | null;
  /** drawn hollow: not here yet, or not written */
  isHollow?: boolean;
  /** what the drawing is about: larger, and named before the others */
  isLit?: boolean;
}

interface Props {
  label: string;
  points: readonly Point[];
  lines: readonly { from: string; to: string }[];
  onScene?: (id: string) => void;
}

const width = 640;
const height = 300;
const margin = 28;
/** Names are measured by their signs: units of the drawing a sign. */
const signWidth = 5.9;
const longest = 26;

/** A small still map, as a drawing in the text. What it shows is also said in words beside it. */
export function MapSketch({ label, points, lines, onScene }: Props) {
  const placed = place(points);
  const byWeight = [...placed.values()].toSorted(
    (a, b) => Number(b.isLit ?? false) - Number(a.isLit ?? false),
  );
  const names = namesOf(byWeight);
  return (
    <svg className={styles.sketch} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {lines.map(({ from, to }) => {
        const [a, b] = [placed.get(from), placed.get(to)];
        return (
          a && b && <line key={`${from} ${to}`} className={styles.line} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
        );
      })}
      {byWeight.toReversed().map(({ id, title, x, y, hue, isHollow, isLit }) => (
        <g
          key={id}
          style={{ '--hue': hue ?? 0 } as CSSProperties}
          className={onScene && styles.open}
          onClick={() => onScene?.(id)}
        >
          <title>{title}</title>
          {isLit === true && <circle cx={x} cy={y} r={11} className={styles.lit} />}
          <circle
            cx={x}
            cy={y}
            r={points.length > 60 ? 3.5 : 6}
            className={isHollow === true ? styles.hollow : hue === null ? styles.plain : styles.dot}
          />
        </g>
      ))}
      {names.map(({ item, box }) => (
        <text key={item.id} x={(box.left + box.right) / 2} y={box.top + 11} className={styles.name}>
          {item.text}
        </text>
      ))}
    </svg>
  );
}

/** Names that find room, below a scene or above it. */
function namesOf(points: readonly Point[]) {
  return placeLabels(
    points.map(({ id, title, x, y }) => {
      const text = title.length > longest ? `${title.slice(0, longest - 1)}…` : title;
      const half = (text.length * signWidth) / 2;
      const at = [y + 8, y - 22].map((top) => ({ left: x - half, right: x + half, top, bottom: top + 14 }));
      return { item: { id, text }, at };
    }),
  );
}

function place(points: readonly Point[]): Map<string, Point> {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const across = Math.max(1, Math.max(...xs) - left);
  const down = Math.max(1, Math.max(...ys) - top);
  const scale = Math.min((width - 6 * margin) / across, (height - 2 * margin) / down, 3);
  const [dx, dy] = [(width - across * scale) / 2, (height - 8 - down * scale) / 2];
  return new Map(
    points.map((point) => [
      point.id,
      { ...point, x: dx + (point.x - left) * scale, y: dy + (point.y - top) * scale },
    ]),
  );
}
