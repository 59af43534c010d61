import type { CorpusThread } from '../corpus-thread/open-corpus-thread.ts';
import type { Job } from '../../graph-schema/job.ts';
import type { Models, Role } from '../../models/models.ts';
import { exportWork } from '../exports/export-work.ts';
import type { Field } from '../field/create-field.ts';
import { readFieldNumber } from '../field/field-rows.ts';
import { layoutWork } from '../field/layout-work.ts';
import { isSettling, needsLayout } from '../field/needs-layout.ts';
import { untilSettled } from '../field/until-settled.ts';
import type { Graph } from '../graph/graph.ts';
import type { Jobs } from '../jobs/jobs.ts';
import {
  draftWork,
  followQuotes,
  type JudgeJob,
  judgeWork,
  type ProposalDeps,
  type ProposeInput,
  proposeWork,
  reasonsWork,
} from '../proposals/index.ts';
import type { Nearest } from '../search/knn/open-nearest.ts';
import type { InSight } from '../search/in-sight.ts';
import { embedWork } from '../search/embed-work.ts';
import type { Ingest } from '../vault/ingest/ingest-on-thread.ts';
import { wantVectors } from '../vault/ingest/vault-node.ts';
import { type IngestJob, ingestWork } from '../vault/ingest-work.ts';

export interface JobParts {
  graph: Graph;
  ingest: Ingest;
  models: Models;
  jobs: Jobs;
  field: Field;
  proposals: ProposalDeps;
  corpusThread: CorpusThread;
  nearest: Nearest;
  inSight: InSight;
  /** where exports wait to be fetched */
  downloads: string;
  /** keeps what the test of a judge found */
  onTrial: Parameters<typeof judgeWork>[2];
}

/** `embed: false`: the person wants no vectors of this vault until it is opened without that. `again`: nobody asked, the folder is only looked at once more. */
export type IngestAndMore = IngestJob & { embed?: boolean; again?: boolean };

/** Every kind of work there is, once a start. Regions, positions and vectors follow what changed the notes. */
export function registerJobs({
  graph,
  ingest: readVault,
  models,
  jobs,
  field,
  nearest,
  inSight,
  downloads,
  proposals,
  corpusThread,
  onTrial,
}: JobParts): void {
  const { events } = jobs;
  const ingest = ingestWork(readVault);
  jobs.register<IngestAndMore>('ingest', async (input, context) => {
    const since = await readFieldNumber(graph);
    const report = await ingest(input, context);
    // Also where nothing changed: an earlier run may have been cut before it.
    await followQuotes({ graph, events });
    if (!input.again) await wantVectors(graph, { vault: report.vault, embed: input.embed ?? true });
    if (input.again && report.changed === 0) return report;
    field.invalidate(since);
    corpusThread.invalidate(since);
    events.publish({ type: 'field' });
    if (needsLayout(await field.load())) await jobs.start('layout', {});
    await embedRest(jobs, models, input.embed ?? true);
    return report;
  });
  const layout = layoutWork({ graph, load: field.load, onDone: () => tellField(field, events) });
  jobs.register(
    'layout',
    untilSettled(layout, async () => !isSettling(await field.load())),
  );
  jobs.register('embed', embedWork({ graph, models, nearest, inSight }));
  const propose = proposeWork(corpusThread.propose, events);
  jobs.register<ProposeInput>('propose', async (input, context) => {
    const found = await propose(input, context);
    // Words come after the cards, and only where there is a model to write them.
    if (isOn(models, 'write')) void writeWords(jobs).catch(() => undefined);
    return found;
  });
  jobs.register('export', exportWork({ graph, field, downloads }));
  jobs.register('reasons', reasonsWork({ graph, models, events }));
  jobs.register<JudgeJob>('judge', judgeWork(proposals, corpusThread.tryJudge, onTrial));
  jobs.register('draft', draftWork({ graph, models, events }));
}

/** Reasons and drafts. Vectors that are being made go first: search and answers wait for them, and on few cores neither would come to an end. */
async function writeWords(jobs: Jobs): Promise<void> {
  const isOpen = ({ name, state }: Job) => name === 'embed' && (state === 'running' || state === 'queued');
  const vectors = (await jobs.list()).find(isOpen);
  if (vectors) await jobs.wait(vectors.id);
  await jobs.start('reasons', {});
  await jobs.start('draft', {});
}

/** Where everybody is, and what everything means, are worked out anew after notes or packs came or went. */
export async function followUp(jobs: Jobs, models: Models, embed = true): Promise<void> {
  await jobs.start('layout', {});
  await embedRest(jobs, models, embed);
}

/** What has no vector yet gets one. */
export async function embedRest(jobs: Jobs, models: Models, embed = true): Promise<void> {
  if (embed && isOn(models, 'embed')) await jobs.start('embed', {});
}

function isOn(models: Models, role: Role): boolean {
  return models.presence().some((model) => model.role === role && model.id !== null);
}

function tellField(field: Field, events: Jobs['events']): void {
  field.invalidate();
  events.publish({ type: 'field' });
}
