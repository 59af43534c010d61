import type { IngestReport } from '../../graph-schema/views/settings-view.ts';
import type { Graph } from '../graph/graph.ts';
import type { JobContext } from '../jobs/jobs.ts';
import { ingestVault } from './ingest/ingest-vault.ts';

export interface IngestJob {
  path: string;
  name?: string | undefined;
}

/** The `ingest` job: its result is the `IngestReport`. Run again after a stop it goes on with what is not yet written. */
export function ingestWork({ graph }: { graph: Graph }) {
  return ({ path, name }: IngestJob, { signal, report }: JobContext): Promise<IngestReport> =>
    ingestVault({ graph }, { path, name, signal, report: ({ done, total }) => report({ done, total }) });
}
