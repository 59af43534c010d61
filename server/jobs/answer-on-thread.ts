import { parentPort } from 'node:worker_threads';
import { isAppError } from '../../graph-schema/app-error.ts';
import type { Fault, ThreadReply, ToThread } from './thread-protocol.ts';

export interface ThreadContext<Told> {
  /** aborts when the asker gives up */
  signal: AbortSignal;
  tell(told: Told): void;
}

/** The other end of `openAskedThread`: answers each question that comes to this thread. */
export function answerOnThread<Asked, Told, Answer>(
  answer: (asked: Asked, context: ThreadContext<Told>) => Promise<Answer>,
): void {
  const port = parentPort;
  if (port === null) return;
  const open = new Map<number, AbortController>();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  const say = (reply: ThreadReply<Told, Answer>): void => port.postMessage(reply);

  port.on('message', (message: ToThread<Asked>) => {
    const { ask } = message;
    if (message.type === 'cancel') return open.get(ask)?.abort();
    const stopping = new AbortController();
    open.set(ask, stopping);
    void answer(message.asked, {
      signal: stopping.signal,
      tell: (told) => say({ type: 'told', ask, told }),
    })
      .then(
        (answered) => say({ type: 'answered', ask, answer: answered }),
        (error: unknown) => say({ type: 'failed', ask, fault: faultOf(error) }),
      )
      .finally(() => open.delete(ask));
  });
}

function faultOf(error: unknown): Fault {
  const message = String(error).slice(0, 500);
  if (isAppError(error)) return { code: error.code, values: error.values, message };
  return { code: null, values: {}, message };
}
