import { parentPort } from 'node:worker_threads';
import { faultOf, type Help, type ThreadReply, toError, type ToThread } from './thread-protocol.ts';

export interface ThreadContext<Told, Helps extends Help = Record<never, never>> {
  /** aborts when the asker gives up */
  signal: AbortSignal;
  tell(told: Told): void;
  /** Asks back. Rejects as the asker's own function does. */
  call<Name extends keyof Helps & string>(
    name: Name,
    ...said: Parameters<Helps[Name]>
  ): Promise<Awaited<ReturnType<Helps[Name]>>>;
}

/** The other end of `openAskedThread`: answers each question that comes to this thread. */
export function answerOnThread<Asked, Told, Answer, Helps extends Help = Record<never, never>>(
  answer: (asked: Asked, context: ThreadContext<Told, Helps>) => Promise<Answer>,
): void {
  const port = parentPort;
  if (port === null) return;
  const open = new Map<number, AbortController>();
  const calls = new Map<number, { resolve: (answer: never) => void; reject: (reason: unknown) => void }>();
  let lastCall = 0;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  const say = (reply: ThreadReply<Told, Answer>): void => port.postMessage(reply);

  const work = (ask: number, asked: Asked): void => {
    const stopping = new AbortController();
    open.set(ask, stopping);
    void answer(asked, {
      signal: stopping.signal,
      tell: (told) => say({ type: 'told', ask, told }),
      call: (name, ...said) =>
        new Promise((resolve, reject) => {
          const call = (lastCall += 1);
          calls.set(call, { resolve, reject });
          say({ type: 'calls', ask, call, name, said });
        }),
    })
      .then(
        (answered) => say({ type: 'answered', ask, answer: answered }),
        (error: unknown) => say({ type: 'failed', ask, fault: faultOf(error) }),
      )
      .finally(() => open.delete(ask));
  };

  port.on('message', (message: ToThread<Asked>) => {
    if (message.type === 'ask') return work(message.ask, message.asked);
    if (message.type === 'cancel') return open.get(message.ask)?.abort();
    const call = calls.get(message.call);
    calls.delete(message.call);
    if (message.type === 'helped') call?.resolve(message.answer as never);
    else call?.reject(toError(message.fault));
  });
}
