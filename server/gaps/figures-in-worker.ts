import { runInWorker } from '../jobs/run-in-worker.ts';
import type { FiguresInput, GapFigures } from './gap-figures.ts';

/** `gapFigures` on a thread of its own: it takes seconds of computing. */
export function figuresInWorker(input: FiguresInput): Promise<GapFigures> {
  return runInWorker('gaps/gap-figures-worker', input);
}
