import type { Job, JobName } from '../../graph-schema/job.ts';

/** What a running job is given. `report` may be called often: it is throttled before it is stored or streamed. */
export interface JobContext {
  id: string;
  signal: AbortSignal;
  report(progress: { done: number; total?: number; about?: string }): void;
}

/** A job's work. It must leave the graph whole when it throws or its signal aborts, and go on where it was when run again with the same input. What it returns is kept as the job's `result` (plain JSON). */
export type JobWork<Input> = (input: Input, context: JobContext) => Promise<Record<string, unknown> | void>;

/** What everybody with the page open hears: one stream for jobs and changes. */
export type FieldEvent =
  | { type: 'job'; job: Job }
  | { type: 'change'; number: number; kind: string }
  | { type: 'proposals' }
  | { type: 'field' }
  | { type: 'stages' }
  | { type: 'model' }
  /** a notebook was edited, or a cell of it ran */
  | { type: 'notebook'; id: string };

/**
 * Stored, cancellable, resumable work. Kinds of work are registered once at start; the input is plain JSON and is stored with the job,
 * so that a job that did not finish goes on at the next start.
 */
export interface Jobs {
  register<Input>(name: JobName, work: JobWork<Input>): void;
  /** Starts (or queues) a job; one with the same name and input that is still open is returned instead of doubled. `priority` above 0: a person waits for it, so it runs beside background work (default 0), not after it. */
  start(name: JobName, input: unknown, options?: { about?: string; priority?: number }): Promise<Job>;
  /** Resolves when the job is done, failed or cancelled. */
  wait(id: string): Promise<Job>;
  cancel(id: string): Promise<Job>;
  list(): Promise<Job[]>;
  /** Takes up what an earlier run left unfinished. */
  resume(): Promise<void>;
  events: FieldEvents;
  stop(): Promise<void>;
}

export interface FieldEvents {
  publish(event: FieldEvent): void;
  /** Ends when `signal` aborts. A slow consumer holds at most one pending event of each type and id. */
  subscribe(signal: AbortSignal): AsyncIterable<FieldEvent>;
}
