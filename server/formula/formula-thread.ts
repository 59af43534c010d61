import { AppError } from '../../graph-schema/app-error.ts';
import { currentNumber } from '../changes/list-changes.ts';
import type { GraphAddress } from '../graph/connect-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { type AskedThread, openAskedThread } from '../jobs/asked-thread.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import type { FormulaAnswered, FormulaAsked } from './formula-protocol.ts';
import type { ShortTexts } from './short-texts.ts';

type Thread = AskedThread<FormulaAsked, never, FormulaAnswered>;
type Work = Omit<Extract<FormulaAsked, { type: 'work' }>, 'type'>;

export interface FormulaThread {
  /** Works a formula out over the field as it is now: what changed since the last one is read first. @throws AppError stage_not_ready */
  work(model: string, asked: Work): Promise<Exclude<FormulaAnswered, { scenes: number }>>;
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
  return {
    async work(model, asked) {
      const next = filling.then(
        () => fill(model),
        () => fill(model),
      );
      filling = next;
      await next;
      const answered = await open().ask({ type: 'work', ...asked });
      if ('scenes' in answered) throw new TypeError('a formula was answered with a number of scenes');
      return answered;
    },
  };
}
