import type { IngestReport } from '../../graph-schema/views/settings-view.ts';
import type { JobContext } from '../jobs/jobs.ts';
import type { Ingest } from './ingest/ingest-on-thread.ts';

export interface IngestJob {
  path: string;
  name?: string | undefined;
}

/** The `ingest` job: its result is the `IngestReport`. Run again after a stop it goes on with what is not yet written. */
export function ingestWork(ingest: Ingest) {
  return ({ path, name }: IngestJob, { signal, report }: JobContext): Promise<IngestReport> =>
    ingest({ path, name, signal, report: ({ done, total }) => report({ done, total }) });
}
