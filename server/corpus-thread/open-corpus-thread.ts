import { AppError } from '../../graph-schema/app-error.ts';
import type { AskOptions, Models, Priority } from '../../models/models.ts';
import type { FiguresAsked, GapFigures } from '../gaps/gap-figures.ts';
import type { GraphAddress } from '../graph/connect-graph.ts';
import { type AskedThread, openAskedThread } from '../jobs/asked-thread.ts';
import type { ProposalDeps, Propose, TryJudge, WidestGaps } from '../proposals/index.ts';
import type {
  CorpusAnswers,
  CorpusAsked,
  CorpusHelp,
  CorpusQuestion,
  CorpusTold,
} from './corpus-protocol.ts';

export interface CorpusThreadOptions extends Pick<
  ProposalDeps,
  'events' | 'judges' | 'learnsFromPacks' | 'seen'
> {
  /** null: no graph is up */
  address(): GraphAddress | null;
  models: Pick<Models, 'embed' | 'judge' | 'presence'>;
  gapWidths(): Promise<ReadonlyMap<string, number>>;
  widestGaps(): Promise<WidestGaps>;
  /** hears each fault, as the graph of this process hears its own */
  onFault(fault: unknown): void;
  /** the thread ends after it, and after what it was asked */
  signal: AbortSignal;
}

/**
 * One thread, with a connection of its own, that keeps the notes and what was worked out from them between questions: whatever goes through all notes of a
 * vault is asked of it, and the page is answered meanwhile.
 */
export interface CorpusThread {
  propose: Propose;
  tryJudge: TryJudge;
  figures(asked: FiguresAsked): Promise<GapFigures>;
  /** What was touched after that change is to be read again. */
  invalidate(since: number): void;
}

type Answer = CorpusAnswers[keyof CorpusAnswers];
type Thread = AskedThread<CorpusAsked, CorpusTold, Answer, CorpusHelp>;
interface Meanwhile {
  signal?: AbortSignal | undefined;
  onTold?: (told: CorpusTold) => void;
}

export function openCorpusThread(options: CorpusThreadOptions): CorpusThread {
  const { address, events, judges, learnsFromPacks, seen, onFault, signal: ending } = options;
  let thread: Thread | null = null;
  const running = new Set<Promise<unknown>>();
  const end = () => void Promise.allSettled(running).then(() => thread?.stop());
  ending.addEventListener('abort', end, { once: true });

  const ask = async <Q extends CorpusQuestion>(
    question: Q,
    { signal, onTold }: Meanwhile = {},
  ): Promise<CorpusAnswers[Q['type']]> => {
    const at = address();
    if (at === null) throw new AppError('stage_not_ready', { values: { stage: 'neo4j' } });
    thread ??= openAskedThread('corpus-thread/corpus-worker', () => (thread = null));
    const help = helpWith(options, signal);
    const asked = thread.ask(
      { address: at, ...question },
      { help, ...(signal && { signal }), ...(onTold && { onTold }) },
    );
    running.add(asked);
    try {
      return (await asked) as CorpusAnswers[Q['type']];
    } catch (error) {
      onFault(error);
      throw error;
    } finally {
      running.delete(asked);
    }
  };

  return {
    propose: (input, { signal, onStored, onLooked }) =>
      ask(
        {
          type: 'propose',
          input,
          judges: judges?.() ?? [],
          learnsFromPacks: learnsFromPacks?.() ?? false,
          seen: seen?.() ?? [],
        },
        {
          signal,
          onTold: (told) => {
            if (told.type === 'stored') onStored?.(told.ids);
            if (told.type === 'progress') onLooked?.(told.done, told.total);
            if (told.type === 'event') events?.publish(told.event);
          },
        },
      ),
    tryJudge: (asked, { signal, report }) =>
      ask({ type: 'judge', asked }, { signal, onTold: (told) => told.type === 'progress' && report?.(told) }),
    figures: (asked) => ask({ type: 'figures', asked }),
    invalidate(since) {
      if (thread !== null) void ask({ type: 'invalidate', since }).catch(() => undefined);
    },
  };
}

function helpWith(
  { models, gapWidths, widestGaps }: Pick<CorpusThreadOptions, 'models' | 'gapWidths' | 'widestGaps'>,
  signal: AbortSignal | undefined,
): CorpusHelp {
  const options = (priority?: Priority): AskOptions => ({
    ...(priority && { priority }),
    ...(signal && { signal }),
  });
  return {
    embed: (texts, kind, priority) => models.embed(texts, kind, options(priority)),
    judge: (input, priority) => models.judge(input, options(priority)),
    presence: () => Promise.resolve(models.presence()),
    gapWidths,
    widestGaps,
  };
}
