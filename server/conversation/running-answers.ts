import type { AnswerEvent } from '../../graph-schema/views/conversation-view.ts';

export interface RunningAnswers {
  /** ids of turns that are being answered */
  ids(): string[];
  /** Runs the work of a turn; the one that runs for it already is stopped. Resolves when it ended. */
  run(
    turnId: string,
    work: (talk: { emit(event: AnswerEvent): void; signal: AbortSignal }) => Promise<void>,
  ): Promise<void>;
  /** Resolves when what it left behind is kept. */
  stop(turnId: string): Promise<void>;
  /** All events of the turn's answer from its beginning on; ends with it. At once where none is being made. */
  follow(turnId: string, signal: AbortSignal): AsyncIterable<AnswerEvent>;
}

interface Running {
  events: AnswerEvent[];
  control: AbortController;
  /** resolved and replaced with each event */
  news: Deferred;
  isDone: boolean;
  ended: Promise<void>;
}

/** Answers that are being made: whoever comes later hears them from the beginning. `stopped` ends them all. */
export function createRunningAnswers(stopped: AbortSignal): RunningAnswers {
  const running = new Map<string, Running>();

  const stop = async (turnId: string): Promise<void> => {
    const known = running.get(turnId);
    known?.control.abort();
    await known?.ended.catch(() => undefined);
  };

  return {
    ids: () => [...running.keys()],
    stop,
    run(turnId, work) {
      const before = running.get(turnId);
      before?.control.abort();
      const control = new AbortController();
      const one: Running = { events: [], control, news: deferred(), isDone: false, ended: Promise.resolve() };
      const tell = () => {
        const { news } = one;
        one.news = deferred();
        news.resolve();
      };
      const emit = (event: AnswerEvent) => {
        one.events.push(event);
        tell();
      };
      // at once, so that whoever asks for it now hears it from its beginning
      running.set(turnId, one);
      const signal = AbortSignal.any([control.signal, stopped]);
      one.ended = (before?.ended ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => work({ emit, signal }))
        .finally(() => {
          if (running.get(turnId) === one) running.delete(turnId);
          one.isDone = true;
          tell();
        });
      return one.ended;
    },
    async *follow(turnId, signal) {
      const one = running.get(turnId);
      if (one === undefined) {
        yield { type: 'over' };
        return;
      }
      const left = deferred();
      signal.addEventListener('abort', () => left.resolve(), { once: true });
      for (let next = 0; !signal.aborted;) {
        const { news } = one;
        while (next < one.events.length) {
          const event = one.events[next++];
          if (event) yield event;
        }
        if (one.isDone) {
          yield { type: 'over' };
          return;
        }
        if (next === one.events.length && news === one.news) await Promise.race([news.promise, left.promise]);
      }
    },
  };
}

interface Deferred {
  promise: Promise<void>;
  resolve: () => void;
}

function deferred(): Deferred {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
