import type { MapModel } from '../map-model.ts';
import { isGraded, type LensReading } from './read-lens.ts';

/** The lens whose figures a table shows in a column of their own; null: its other columns say all of it. */
export function tableLens({ colour, size }: Pick<MapModel, 'colour' | 'size'>): LensReading | null {
  return [colour, size].find(({ lens }) => isGraded(lens) && lens !== 'degree') ?? null;
}
