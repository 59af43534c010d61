import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { AppError } from '../../graph-schema/app-error.ts';
import { JobId } from '../../graph-schema/ids.ts';
import type { Job, JobName } from '../../graph-schema/job.ts';
import type { Graph } from '../graph/graph.ts';
import { createFieldEvents } from './field-events.ts';
import type { FieldEvents, Jobs, JobWork } from './jobs.ts';
import { endOf, runJob, type AbortReason, type OpenJob } from './run-job.ts';
import { findJob, readFinished, readUnfinished, writeJob, type StoredJob } from './stored-job.ts';

export interface JobsOptions {
  /** null until the graph can be written to */
  graph: () => Graph | null;
  log: Logger;
  events?: FieldEvents;
  /** called when a job that a person waits for begins, so that others leave it the processor; what it gives back is called at the job's end */
  giveWay?: () => () => void;
  /** how many jobs of each lane run at once. Default 4: they mostly wait for the graph or the model host. */
  concurrency?: number;
}

/** How many finished jobs `list` tells. */
const listed = 30;
/** A job that waits for the graph asks for it so often, and waits so many times before it counts as failed. */
const askAgainMs = 1000;
const mostGone = 20;
/** How long a cancel waits for the work to let go before it returns what there is. */
const cancelWaitMs = 1500;

export function createJobs(options: JobsOptions): Jobs {
  const { graph, log, events = createFieldEvents(), concurrency = 4, giveWay = () => () => {} } = options;
  /** What a person waits for has a lane of its own: background work, which may take hours, never stands before it. */
  const lanes = { person: new PQueue({ concurrency }), background: new PQueue({ concurrency }) };
  const works = new Map<JobName, JobWork<unknown>>();
  const open = new Map<string, OpenJob>();

  const ready = () => {
    const now = graph();
    if (now === null) throw new AppError('stage_not_ready', { values: { stage: 'neo4j' } });
    return now;
  };
  const save = async (job: StoredJob) => {
    try {
      await writeJob(ready(), job);
    } catch (error) {
      // The work itself is what counts; a job stored as running is taken up again at the next start, which does no harm.
      log.warn({ err: error, job: job.job.id }, 'job not stored');
    }
  };

  /** A graph that went away comes back: work waits for it and goes on where it was. */
  const graphBack = async (id: string, signal: AbortSignal) => {
    const ask = async () => findJob(ready(), id);
    for (let isBack = false; !isBack;) {
      await sleep(askAgainMs, undefined, { signal });
      isBack = await ask().then(
        () => true,
        () => false,
      );
    }
  };

  /** Everything up to the first await happens at once, so that a second call with the same input finds this one. */
  const enqueue = (stored: StoredJob) => {
    const abort = new AbortController();
    const entry: OpenJob = {
      ...stored,
      key: keyOf(stored.job.name, stored.input),
      abort,
      ended: Promise.resolve(),
    };
    open.set(stored.job.id, entry);
    // One after the other: an earlier state never lands on a later one.
    let saved: Promise<void> = Promise.resolve();
    const store = () => (saved = saved.then(() => save(entry)));
    const tell = () => events.publish({ type: 'job', job: entry.job });
    const work = works.get(stored.job.name);
    const isAskedFor = stored.priority > 0;
    const run = async () => {
      if (work === undefined)
        throw new AppError('internal', { values: { detail: `no work for ${stored.job.name}` } });
      for (let gone = 0; ; gone += 1) {
        await runJob(entry, work, { tell, store: () => void store() });
        if (entry.job.error?.code !== 'neo4j_unreachable' || gone === mostGone) return;
        entry.job = { ...entry.job, state: 'paused' };
        tell();
        await graphBack(entry.job.id, abort.signal);
      }
    };
    const runAlone = async () => {
      const goOn = giveWay();
      try {
        await run();
      } finally {
        goOn();
      }
    };
    const finish = async () => {
      try {
        const lane = isAskedFor ? lanes.person : lanes.background;
        await lane.add(isAskedFor ? runAlone : run, { priority: stored.priority, signal: abort.signal });
      } catch (error) {
        entry.job = { ...entry.job, ...endOf(error, abort.signal) };
      }
      if (entry.job.state === 'failed') log.error({ job: entry.job }, 'job failed');
      await store();
      open.delete(entry.job.id);
      tell();
    };
    return { entry, begin: () => (entry.ended = finish()), tell };
  };

  const read = async (id: string): Promise<Job> => {
    const job = open.get(id)?.job ?? (await findJob(ready(), id));
    if (job === null) throw new AppError('not_found', { values: { id } });
    return job;
  };

  return {
    events,
    register: (name, work) => void works.set(name, work as JobWork<unknown>),
    async start(name, input, { about = '', priority = 0 } = {}) {
      const key = keyOf(name, input);
      for (const entry of open.values())
        if (entry.key === key && !entry.abort.signal.aborted) return entry.job;
      ready();
      const { entry, begin, tell } = enqueue({ job: newJob(name, about), input, priority });
      await save(entry);
      begin();
      tell();
      return entry.job;
    },
    async wait(id) {
      const entry = open.get(id);
      if (entry === undefined) return read(id);
      await entry.ended;
      return entry.job;
    },
    async cancel(id) {
      const entry = open.get(id);
      if (entry === undefined) return read(id);
      entry.abort.abort('cancelled' satisfies AbortReason);
      await Promise.race([entry.ended, new Promise((resolve) => setTimeout(resolve, cancelWaitMs).unref())]);
      return entry.job;
    },
    async list() {
      const now = graph();
      const running = [...open.values()].map(({ job }) => job);
      const finished = now === null ? [] : await readFinished(now, listed);
      const ids = new Set(running.map(({ id }) => id));
      return [...running.reverse(), ...finished.filter(({ id }) => !ids.has(id))];
    },
    async resume() {
      for (const stored of await readUnfinished(ready())) {
        if (open.has(stored.job.id) || !works.has(stored.job.name)) continue;
        const { begin, tell } = enqueue({ ...stored, job: { ...stored.job, state: 'queued' } });
        begin();
        tell();
      }
    },
    async stop() {
      for (const lane of Object.values(lanes)) lane.pause();
      for (const { abort } of open.values()) abort.abort('stopping' satisfies AbortReason);
      await Promise.allSettled([...open.values()].map(({ ended }) => ended));
    },
  };
}

function newJob(name: JobName, about: string): Job {
  return {
    id: JobId.parse(randomUUID()),
    name,
    state: 'queued',
    about,
    done: 0,
    total: null,
    progress: null,
    seconds: 0,
    secondsLeft: null,
    error: null,
    result: null,
    startedAt: new Date().toISOString(),
  };
}

/** The same name and the same input, whatever the order of its keys, is the same job. */
function keyOf(name: JobName, input: unknown): string {
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return `${name} ${JSON.stringify(input ?? null, sorted)}`;
}
