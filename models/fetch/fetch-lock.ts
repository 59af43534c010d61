import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

/** A lock whose holder died is free after this long. */
const staleMs = 15_000;

/** Runs `work` while no other process holds the same lock; `onWait` is called each second until it is free. */
export async function holding<Result>(
  path: string,
  work: (signal: AbortSignal) => Promise<Result>,
  options: { signal?: AbortSignal | undefined; onWait?: () => void },
): Promise<Result> {
  await mkdir(dirname(path), { recursive: true });
  const lost = new AbortController();
  const release = await take(path, lost, options);
  try {
    return await work(options.signal ? AbortSignal.any([options.signal, lost.signal]) : lost.signal);
  } finally {
    if (!lost.signal.aborted) await release();
  }
}

async function take(
  path: string,
  lost: AbortController,
  { signal, onWait }: { signal?: AbortSignal | undefined; onWait?: () => void },
): Promise<() => Promise<void>> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await lock(path, {
        lockfilePath: path,
        realpath: false,
        stale: staleMs,
        update: staleMs / 5,
        onCompromised: (error) => lost.abort(error),
      });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error;
      onWait?.();
      await sleep(1000, undefined, signal ? { signal } : {});
    }
  }
}
