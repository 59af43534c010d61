import { type Disc, moveDisc, pushApart } from './push-apart.ts';

/** Two discs that belong near each other; `weight` 0–1. */
export interface Spring {
  from: string;
  to: string;
  weight: number;
}

const steps = 400;
/** Clear ground between two discs, in radii of the smaller. */
const clearance = 0.18;

/**
 * Moves discs until joined ones lie near, none overlap and all are gathered about the middle. Deterministic: the answer depends on
 * ids and starts only.
 */
export function placeDiscs(discs: readonly Disc[], springs: readonly Spring[]): Map<string, Disc> {
  const placed = new Map(discs.map((disc) => [disc.id, { ...disc }]));
  const all = [...placed.values()];
  for (let step = 0; step < steps; step++) {
    const heat = 1 - step / steps;
    for (const spring of springs)
      pullTogether(placed.get(spring.from), placed.get(spring.to), spring.weight * heat);
    for (const disc of all) moveDisc(disc, -disc.x * 0.02 * heat, -disc.y * 0.02 * heat);
    pushApart(all, clearance);
  }
  for (let step = 0; step < steps && pushApart(all, clearance) > 0; step++);
  return placed;
}

function pullTogether(a: Disc | undefined, b: Disc | undefined, weight: number): void {
  if (!a || !b) return;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy) || 1;
  const slack = distance - (a.radius + b.radius);
  if (slack <= 0) return;
  const part = (slack / distance) * weight * 0.1;
  moveDisc(a, dx * part, dy * part);
  moveDisc(b, -dx * part, -dy * part);
}
