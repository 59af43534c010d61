import { AppError } from '../../graph-schema/app-error.ts';
import type { Transition } from '../../scenes/formula/transition.ts';
import { answerOnThread } from '../jobs/answer-on-thread.ts';
import type { FormulaAnswered, FormulaAsked } from './formula-protocol.ts';
import { fillSpace, type HeldSpace } from './held-space.ts';
import { nearestScenes } from './nearest-scenes.ts';
import { workFormula } from './work-formula.ts';

/** Entry of the thread that holds the vectors of all scenes. */
function serve(): void {
  let held: HeldSpace | null = null;
  let transitions = new Map<string, Transition>();
  const answer = async (asked: FormulaAsked): Promise<FormulaAnswered> => {
    if (asked.type === 'fill') {
      const filled = await fillSpace(held, asked);
      if (filled.space.rows !== held?.space.rows) transitions = new Map();
      held = filled;
      return { scenes: held.scenes.length };
    }
    if (held === null)
      throw new AppError('internal', { message: 'a formula was asked before the vectors were read' });
    if (asked.type === 'nearest') return { nearest: nearestScenes(held, asked) };
    return workFormula(held, asked, transitions);
  };
  answerOnThread(answer);
}

serve();
