import { AppError } from '../../../graph-schema/app-error.ts';
import type { IngestReport } from '../../../graph-schema/views/settings-view.ts';
import type { GraphAddress } from '../../graph/connect-graph.ts';
import { type AskedThread, openAskedThread } from '../../jobs/asked-thread.ts';
import { isOutOfMemory } from '../../jobs/out-of-memory.ts';
import type { IngestInput } from './ingest-vault.ts';

export interface IngestAsked {
  address: GraphAddress;
  input: Pick<IngestInput, 'path' | 'name' | 'files'>;
}
export interface IngestTold {
  done: number;
  total: number;
}
type IngestThread = AskedThread<IngestAsked, IngestTold, IngestReport>;

/** Having read so many, a thread holds on to more memory than the next change needs. */
const manyNotes = 5_000;

/** As `ingestVault`. */
export type Ingest = (input: IngestInput) => Promise<IngestReport>;

export interface IngestThreadOptions {
  /** null: no graph is up */
  address(): GraphAddress | null;
  /** hears each fault, as the graph of this process hears its own */
  onFault(fault: unknown): void;
  /**
   * Bound of the thread's heap, megabytes: without one it holds on to what nothing needs any more. Where it is too little the reading goes on without.
   * Default 850, enough for a hundred thousand notes.
   */
  heapMb?: number;
  /** the thread ends after it, and after what it was asked */
  signal: AbortSignal;
}

/** `ingestVault` on a thread with a connection of its own: reading and comparing a large vault holds up nobody else. */
export function ingestOnThread({ address, onFault, signal, heapMb = 850 }: IngestThreadOptions): Ingest {
  let thread: IngestThread | null = null;
  let isBounded = true;
  const running = new Set<Promise<IngestReport>>();
  const end = () => void Promise.allSettled(running).then(() => thread?.stop());
  signal.addEventListener('abort', end, { once: true });

  function open(): IngestThread {
    const forget = () => {
      if (thread === opened) thread = null;
    };
    const opened: IngestThread = openAskedThread(
      'vault/ingest/ingest-worker',
      forget,
      isBounded ? { maxOldGenerationSizeMb: heapMb } : undefined,
    );
    return opened;
  }

  /** Another takes its place, warm for the next change, unless something else is being read there. */
  async function renew(): Promise<void> {
    if (running.size > 1 || signal.aborted) return;
    const old = thread;
    thread = open();
    await old?.stop();
  }

  return async ({ path, name, files, signal: stopping, report }) => {
    const at = address();
    if (at === null) throw new AppError('stage_not_ready', { values: { stage: 'neo4j' } });
    const ask = () =>
      (thread ??= open()).ask(
        { address: at, input: { path, name, files } },
        { ...(stopping && { signal: stopping }), ...(report && { onTold: report }) },
      );
    const asked = ask().catch((error: unknown) => {
      if (!isOutOfMemory(error)) throw error;
      // more notes than any seen: it goes on where it was, with what memory there is
      isBounded = false;
      return ask();
    });
    running.add(asked);
    try {
      const read = await asked;
      if (read.changed >= manyNotes) await renew();
      return read;
    } catch (error) {
      onFault(error);
      throw error;
    } finally {
      running.delete(asked);
    }
  };
}
