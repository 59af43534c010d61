import { AppError } from '../../../graph-schema/app-error.ts';
import type { IngestReport } from '../../../graph-schema/views/settings-view.ts';
import type { GraphAddress } from '../../graph/connect-graph.ts';
import { type AskedThread, openAskedThread } from '../../jobs/asked-thread.ts';
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
  /** the thread ends after it, and after what it was asked */
  signal: AbortSignal;
}

/** `ingestVault` on a thread with a connection of its own: reading and comparing a large vault holds up nobody else. */
export function ingestOnThread({ address, onFault, signal }: IngestThreadOptions): Ingest {
  let thread: IngestThread | null = null;
  const running = new Set<Promise<IngestReport>>();
  const end = () => void Promise.allSettled(running).then(() => thread?.stop());
  signal.addEventListener('abort', end, { once: true });

  function open(): IngestThread {
    const opened: IngestThread = openAskedThread('vault/ingest/ingest-worker', () => {
      if (thread === opened) thread = null;
    });
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
    thread ??= open();
    const asked = thread.ask(
      { address: at, input: { path, name, files } },
      { ...(stopping && { signal: stopping }), ...(report && { onTold: report }) },
    );
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
