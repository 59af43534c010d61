import type { ErrorCode, ErrorValues } from '../../graph-schema/app-error.ts';
import type { FromHost, HostAnswer, HostWork } from '../host/protocol.ts';

export type Outcome =
  | { type: 'done'; answer: HostAnswer }
  | { type: 'stopped' }
  | { type: 'died'; reason: string }
  | { type: 'failed'; code: ErrorCode; reason: string; values?: ErrorValues };

export type HostNews = Extract<FromHost, { type: 'vector' | 'piece' | 'shares' }>;

/** What does the work of one role or several: the forked process with llama.cpp in it, or a server that is asked over HTTP. */
export interface ModelHost {
  /** Counts the beginnings so far: what was loaded in an earlier one is gone. */
  readonly generation: number;
  /** of a process of ours; else null */
  readonly pid: number | null;
  /** resident memory of a process of ours, bytes, as it last said; else null */
  readonly memory: number | null;
  /** whether what was loaded in this generation is still there */
  readonly isUp: boolean;
  /** Starts it where it does not run. */
  start(): void;
  /** What became of the work: never an exception. */
  ask(work: HostWork, signal?: AbortSignal, onNews?: (news: HostNews) => void): Promise<Outcome>;
  hurry(isHurried: boolean): void;
  /** For good: what is asked afterwards is answered with `stopped`. */
  stop(): Promise<void>;
}
