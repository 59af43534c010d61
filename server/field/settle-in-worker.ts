import type { ResourceLimits } from 'node:worker_threads';
import { isOutOfMemory } from '../jobs/out-of-memory.ts';
import { openAskedThread } from '../jobs/asked-thread.ts';
import type { Settled, SettleInput, TextsOf } from './settle.ts';

export type Settle = (input: SettleInput, textsOf: TextsOf, signal?: AbortSignal) => Promise<Settled>;
/** What the thread asks for while it settles. */
export type SettleHelp = { textsOf: TextsOf };

/** `settle` on a thread of its own, which ends with the answer or when the signal aborts. */
export const settleInWorker: Settle = async (input, textsOf, signal) => {
  try {
    return await settleOnThread({ input, textsOf, signal, limits: limitsFor(input) });
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    // a field unlike others may need more: then it gets what there is
    return settleOnThread({ input, textsOf, signal });
  }
};

async function settleOnThread({
  input,
  textsOf,
  signal,
  limits,
}: {
  input: SettleInput;
  textsOf: TextsOf;
  signal: AbortSignal | undefined;
  limits?: ResourceLimits;
}): Promise<Settled> {
  signal?.throwIfAborted();
  const thread = openAskedThread<SettleInput, never, Settled, SettleHelp>(
    'field/settle-worker',
    () => {},
    limits,
  );
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
}

/** A heap that may grow without bound keeps gigabytes of what nothing needs any more. Enough for any field seen; megabytes. */
function limitsFor({ notes, links }: SettleInput): ResourceLimits {
  const kilobytes = 300_000 + 3 * notes.length + links.length;
  return { maxOldGenerationSizeMb: Math.ceil(kilobytes / 1000) };
}
