import { openAskedThread } from '../jobs/asked-thread.ts';
import type { Settled, SettleInput, TextsOf } from './settle.ts';

export type Settle = (input: SettleInput, textsOf: TextsOf, signal?: AbortSignal) => Promise<Settled>;
/** What the thread asks for while it settles. */
export type SettleHelp = { textsOf: TextsOf };

/** `settle` on a thread of its own, which ends with the answer or when the signal aborts. */
export const settleInWorker: Settle = async (input, textsOf, signal) => {
  signal?.throwIfAborted();
  const thread = openAskedThread<SettleInput, never, Settled, SettleHelp>('field/settle-worker', () => {});
  const stop = () => void thread.stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await thread.ask(input, { help: { textsOf } });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await thread.stop();
  }
};
