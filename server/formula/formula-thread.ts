import { AppError } from '../../graph-schema/app-error.ts';
import { currentNumber } from '../changes/list-changes.ts';
import type { GraphAddress } from '../graph/connect-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { type AskedThread, openAskedThread } from '../jobs/asked-thread.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import type { FormulaAnswered, FormulaAsked, NearScene } from './formula-protocol.ts';
import type { ShortTexts } from './short-texts.ts';

type Thread = AskedThread<FormulaAsked, never, FormulaAnswered>;
type Work = Omit<Extract<FormulaAsked, { type: 'work' }>, 'type'>;
type Worked = Exclude<FormulaAnswered, { scenes: number } | { nearest: unknown }>;
type NearestAsked = Omit<Extract<FormulaAsked, { type: 'nearest' }>, 'type'>;

export interface FormulaThread {
  /** Works a formula out over the field as it is now: what changed since the last one is read first. @throws AppError stage_not_ready */
  work(model: string, asked: Work): Promise<Worked>;
  /** What lies nearest to a scene, nearest first; null: it has no vector. @throws AppError stage_not_ready */
  nearest(model: string, asked: NearestAsked): Promise<NearScene[] | null>;
}

/** The scenes' vectors are read when the first formula is asked for, on a thread of their own. */
export function openFormulaThread({
  graph,
  texts,
  address,
  events,
  signal,
}: {
  graph: Graph;
  texts: ShortTexts;
  address(): GraphAddress | null;
  events: FieldEvents;
  signal: AbortSignal;
}): FormulaThread {
  let thread: Thread | null = null;
  let filled = '';
  let filling: Promise<unknown> = Promise.resolve();
  /** goes up while vectors are written, which is no change of the log */
  let embedded = 0;
  void (async () => {
    for await (const event of events.subscribe(signal))
      if (event.type === 'job' && event.job.name === 'embed') embedded += 1;
  })();
  signal.addEventListener('abort', () => void thread?.stop(), { once: true });

  const open = (): Thread => {
    thread ??= openAskedThread('formula/formula-worker', () => {
      thread = null;
      filled = '';
    });
    return thread;
  };
  const fill = async (model: string): Promise<void> => {
    const from = address();
    if (from === null) throw new AppError('stage_not_ready', { values: { stage: 'neo4j' } });
    const words = await texts.samples();
    const wanted = [model, await currentNumber(graph), embedded, words.length].join(' ');
    if (filled === wanted && thread !== null) return;
    await open().ask({ type: 'fill', model, address: from, words });
    filled = wanted;
  };
  const ask = async (model: string, asked: FormulaAsked): Promise<FormulaAnswered> => {
    const next = filling.then(
      () => fill(model),
      () => fill(model),
    );
    filling = next;
    await next;
    return open().ask(asked);
  };
  return {
    async work(model, asked) {
      const answered = await ask(model, { type: 'work', ...asked });
      if ('scenes' in answered || 'nearest' in answered)
        throw new TypeError('a formula was answered with something else');
      return answered;
    },
    async nearest(model, asked) {
      const answered = await ask(model, { type: 'nearest', ...asked });
      if (!('nearest' in answered)) throw new TypeError('the nearest scenes were asked for');
      return answered.nearest;
    },
  };
}
