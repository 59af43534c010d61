import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import type { JobContext, JobWork } from './jobs.ts';
import { createPace } from './pace.ts';
import { progressOf, type StoredJob } from './stored-job.ts';
import { throttle } from './throttle.ts';

/** A page is told this often at most, the store a tenth as often. */
const toldMs = 200;
const storedMs = 2000;

/** Why a job's signal aborts: a person's cancel ends it; a stop of the app leaves it for the next start. */
export type AbortReason = 'cancelled' | 'stopping';

export interface OpenJob extends StoredJob {
  key: string;
  abort: AbortController;
  ended: Promise<void>;
}

/** Runs the work and leaves in `open.job` how it ended. Never rejects. */
export async function runJob(
  open: OpenJob,
  work: JobWork<unknown>,
  { tell, store }: { tell: () => void; store: () => void },
): Promise<void> {
  const pace = createPace();
  const beganMs = performance.now();
  const earlierSeconds = open.job.seconds;
  const update = (change: Partial<OpenJob['job']>) => {
    const seconds = earlierSeconds + (performance.now() - beganMs) / 1000;
    open.job = { ...open.job, ...change, seconds };
  };
  const tellSoon = throttle(tell, toldMs);
  const storeSoon = throttle(store, storedMs);
  const report: JobContext['report'] = ({
    done,
    total = open.job.total ?? undefined,
    about = open.job.about,
  }) => {
    pace.note(done, performance.now());
    const whole = total ?? null;
    update({
      done,
      total: whole,
      about,
      progress: progressOf(done, whole),
      secondsLeft: pace.secondsLeft(whole),
    });
    tellSoon();
    storeSoon();
  };
  update({ state: 'running', error: null });
  tell();
  try {
    const result = await work(open.input, { id: open.job.id, signal: open.abort.signal, report });
    update({ state: 'done', progress: 1, secondsLeft: null, result: result ?? null });
  } catch (error) {
    update({ secondsLeft: null, ...endOf(error, open.abort.signal) });
  } finally {
    tellSoon.drop();
    storeSoon.drop();
  }
}

export function endOf(error: unknown, signal: AbortSignal): Pick<OpenJob['job'], 'state' | 'error'> {
  if (signal.aborted)
    return { state: (signal.reason as AbortReason) === 'stopping' ? 'queued' : 'cancelled', error: null };
  const fault = isAppError(error)
    ? error
    : new AppError('internal', { cause: error, message: String(error) });
  return { state: 'failed', error: { code: fault.code, values: { ...fault.values } } };
}
