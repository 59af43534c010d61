import type { ResourceLimits, Worker } from 'node:worker_threads';
import { openThread } from './run-in-worker.ts';
import { faultOf, type Help, type ThreadReply, toError, type ToThread } from './thread-protocol.ts';

/** A thread that lives on, and answers what it is asked; several questions may be open at once. */
export interface AskedThread<Asked, Told, Answer, Helps extends Help = Record<never, never>> {
  /** Rejects with the thread's own fault (an `AppError` comes through as one), or when the thread ends. An aborted signal is heard there. */
  ask(asked: Asked, options?: AskThreadOptions<Told, Helps>): Promise<Answer>;
  stop(): Promise<void>;
}

export interface AskThreadOptions<Told, Helps> {
  signal?: AbortSignal;
  onTold?: (told: Told) => void;
  /** what the thread may ask back while it works on this question */
  help?: Helps;
}

interface Waiter<Told, Answer> {
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
  onTold: ((told: Told) => void) | undefined;
  help: Help;
}

/** `entry`: as `openThread` takes it; its file calls `answerOnThread`. It keeps no process alive. */
export function openAskedThread<Asked, Told, Answer, Helps extends Help = Record<never, never>>(
  entry: string,
  onGone: () => void,
  limits?: ResourceLimits,
): AskedThread<Asked, Told, Answer, Helps> {
  const worker = openThread(entry, undefined, limits);
  const waiting = new Map<number, Waiter<Told, Answer>>();
  let last = 0;
  worker.unref();
  worker.on('message', (reply: ThreadReply<Told, Answer>) => {
    const waiter = waiting.get(reply.ask);
    if (reply.type === 'told') return waiter?.onTold?.(reply.told);
    if (reply.type === 'calls') return void helpWith(worker, waiter?.help ?? {}, reply);
    waiting.delete(reply.ask);
    if (reply.type === 'answered') waiter?.resolve(reply.answer);
    else waiter?.reject(toError(reply.fault));
  });
  const leave = (reason: unknown): void => {
    onGone();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  worker.once('error', leave);
  worker.once('exit', () => leave(new Error(`the thread ${entry} ended`)));
  return {
    ask: (asked, { signal, onTold, help = {} } = {}) =>
      new Promise((resolve, reject) => {
        const ask = (last += 1);
        waiting.set(ask, { resolve, reject, onTold, help });
        send(worker, { type: 'ask', ask, asked });
        const cancel = () => send(worker, { type: 'cancel', ask });
        if (signal?.aborted) cancel();
        else signal?.addEventListener('abort', cancel, { once: true });
      }),
    stop: async () => void (await worker.terminate()),
  };
}

function send<Asked>(worker: Worker, message: ToThread<Asked>): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  worker.postMessage(message);
}

/** The thread hears of every call, whatever comes of it: it waits. */
async function helpWith(
  worker: Worker,
  help: Help,
  { call, name, said }: { call: number; name: string; said: unknown[] },
): Promise<void> {
  try {
    const answer = await help[name]?.(...(said as never[]));
    send(worker, { type: 'helped', call, answer });
  } catch (error) {
    send(worker, { type: 'notHelped', call, fault: faultOf(error) });
  }
}
