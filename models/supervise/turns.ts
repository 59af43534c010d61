import type { Priority } from '../models.ts';

export interface Turn {
  priority: Priority;
  /** Aborted when a person's request wants the host: the work stops, and asks for another turn. */
  preempted: AbortSignal;
  end(): void;
}

interface Waiting {
  priority: Priority;
  order: number;
  start: () => void;
}

/** Who may use the host: one at a time, by priority, else in order of asking. */
export interface Turns {
  /** Rejects with the signal's reason when it aborts first. `order` is that of an earlier turn which was taken back. */
  take(priority: Priority, options: { signal: AbortSignal | undefined; order: number }): Promise<Turn>;
  nextOrder(): number;
  /** All but a person's work waits while paused; what is running is taken back. */
  pause(isPaused: boolean): void;
  readonly isPaused: boolean;
  /** Background work gives way to persons' requests alone. */
  hurry(isHurried: boolean): void;
  readonly isHurried: boolean;
  readonly waiting: number;
  /** All but a person's work waits until the function that is given back is called; what is running is taken back. */
  giveWay(): () => void;
}

export function createTurns(): Turns {
  const waiting: Waiting[] = [];
  let current: { priority: Priority; control: AbortController } | null = null;
  let isPaused = false;
  let isHurried = false;
  /** how many works of persons want the machine for themselves */
  let givenWay = 0;
  let lastOrder = 0;

  const best = (): Waiting | undefined =>
    waiting
      .filter(({ priority }) => priority === 'person' || (!isPaused && (givenWay === 0 || isHurried)))
      .sort((a, b) => rank(a) - rank(b) || a.order - b.order)[0];

  const settle = (): void => {
    const next = best();
    if (next === undefined) return;
    if (current === null) {
      waiting.splice(waiting.indexOf(next), 1);
      next.start();
    } else if (next.priority === 'person' && current.priority !== 'person') {
      current.control.abort();
    }
  };

  const takeBack = (): void => {
    if (current && current.priority !== 'person') current.control.abort();
  };

  return {
    get isPaused() {
      return isPaused;
    },
    get isHurried() {
      return isHurried;
    },
    get waiting() {
      return waiting.length;
    },
    hurry(wanted) {
      isHurried = wanted;
      settle();
    },
    nextOrder: () => (lastOrder += 1),
    take(priority, { signal, order }) {
      return new Promise((resolve, reject) => {
        const entry: Waiting = { priority, order, start };
        function start(): void {
          signal?.removeEventListener('abort', leave);
          const control = new AbortController();
          const mine = { priority, control };
          current = mine;
          resolve({
            priority,
            preempted: control.signal,
            end() {
              if (current === mine) current = null;
              // Whoever goes on with the next piece of the same work asks for it first: a person's draft is not cut up by background work.
              setImmediate(settle);
            },
          });
        }
        function leave(): void {
          const place = waiting.indexOf(entry);
          if (place >= 0) waiting.splice(place, 1);
          reject(signal?.reason);
        }
        if (signal?.aborted) return leave();
        signal?.addEventListener('abort', leave, { once: true });
        waiting.push(entry);
        settle();
      });
    },
    pause(wanted) {
      isPaused = wanted;
      if (isPaused) takeBack();
      settle();
    },
    giveWay() {
      givenWay += 1;
      if (!isHurried) takeBack();
      const goOn = () => {
        givenWay -= 1;
        settle();
      };
      return once(goOn);
    },
  };
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

const ranks: Readonly<Record<Priority, number>> = { person: 0, soon: 1, background: 2 };

function rank({ priority }: Waiting): number {
  return ranks[priority];
}
