import { resolve } from 'node:path';
import PQueue from 'p-queue';
import type { IngestReport } from '../../graph-schema/views/settings-view.ts';
import type { JobContext } from '../jobs/jobs.ts';
import type { Ingest } from './ingest/ingest-on-thread.ts';

export interface IngestJob {
  path: string;
  name?: string | undefined;
  /** as `IngestInput` */
  files?: readonly string[] | undefined;
}

/** The `ingest` job: its result is the `IngestReport`. Run again after a stop it goes on with what is not yet written. */
export function ingestWork(ingest: Ingest) {
  const turns = new Map<string, PQueue>();
  return async ({ path, name, files }: IngestJob, { signal, report }: JobContext): Promise<IngestReport> => {
    // one at a time a folder: a second reading finds what the first one wrote
    const folder = resolve(path);
    const turn = turns.get(folder) ?? new PQueue({ concurrency: 1 });
    turns.set(folder, turn);
    return turn.add(
      () => ingest({ path, name, files, signal, report: ({ done, total }) => report({ done, total }) }),
      { signal },
    );
  };
}
