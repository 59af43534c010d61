import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import { backupField } from '../backup/backup-field.ts';
import { restoreField } from '../backup/restore-field.ts';
import { currentNumber, listChanges } from '../changes/list-changes.ts';
import { redo, undo } from '../changes/undo.ts';
import { openDownloads } from '../exports/downloads.ts';
import { openCorpusThread } from '../corpus-thread/open-corpus-thread.ts';
import { createEditing } from '../editing/create-editing.ts';
import { createField } from '../field/create-field.ts';
import { openCopies } from '../field/keep-copy.ts';
import { needsLayout } from '../field/needs-layout.ts';
import { gapWidths } from '../gaps/gap-widths.ts';
import { widestGaps } from '../gaps/widest-gaps.ts';
import type { Graph, TypedReads } from '../graph/graph.ts';
import { findJob } from '../jobs/stored-job.ts';
import { createMentions } from '../mentions/create-mentions.ts';
import { followDecisions, followQuotes } from '../proposals/index.ts';
import { createInSight } from '../search/in-sight.ts';
import { embedAgain } from '../search/embed-again.ts';
import { search } from '../search/search.ts';
import { viewPaths } from './view-paths.ts';
import { suggest } from '../search/suggest.ts';
import { ingestOnThread } from '../vault/ingest/ingest-on-thread.ts';
import { imageFor } from '../vault/image.ts';
import { readScene } from '../vault/read-scene.ts';
import { composeEndpoints } from './compose-endpoints.ts';
import { composeExports } from './compose-exports.ts';
import { composeKept } from './compose-kept.ts';
import { composeLenses } from './compose-lenses.ts';
import { composeJudge, judgesOn, keepTrial } from './compose-judge.ts';
import { composeFigures, composeGaps } from './compose-gaps.ts';
import { composeConversation } from './compose-conversation.ts';
import { composeFormulas } from './compose-formulas.ts';
import { composeNearest } from './compose-nearest.ts';
import { composeNotebooks } from './compose-notebooks.ts';
import { composePacks } from './compose-packs.ts';
import { composeProposals } from './compose-proposals.ts';
import { composeSettings } from './compose-settings.ts';
import { composeVaults } from './compose-vaults.ts';
import type { Parts } from './open-field.ts';
import { embedRest, followUp, registerJobs } from './register-jobs.ts';
import type { Services } from './services.ts';

/** A map that is opened while the whole field is read again shows the one before after so long. Milliseconds. */
const viewAfterMs = 1000;

/** The composition root: every capability is handed what it needs here, and nowhere else. */
export function composeServices(parts: Parts): Services {
  const { log, stages, models, jobs, neo4j } = parts;
  const { events } = jobs;
  const graph = afterMigrations(parts);
  const copies = openCopies(parts.options.home);
  const field = createField({
    graph,
    copies,
    late: { afterMs: viewAfterMs, onRead: () => events.publish({ type: 'field' }) },
  });
  const nearest = composeNearest(parts, graph);
  const inSight = createInSight();
  const downloads = openDownloads(parts.options.home);
  void downloads.clear().catch((error: unknown) => log.warn({ err: error }, 'old exports stay'));
  const ingest = ingestOnThread({
    address: neo4j.address,
    onFault: neo4j.graph.hear,
    signal: parts.signal,
  });
  const learnsFromPacks = () => parts.settings.current().learnFromPacks;
  const widths = async () => gapWidths(await field.load(), figures.latest());
  const judges = () => judgesOn(parts);
  const widest = async () => widestGaps(await field.load(), figures.latest());
  const proposals = {
    graph,
    models,
    events,
    learnsFromPacks,
    gapWidths: widths,
    widestGaps: widest,
    judges,
  };
  const corpusThread = openCorpusThread({
    ...proposals,
    seen: inSight.list,
    address: neo4j.address,
    onFault: neo4j.graph.hear,
    signal: parts.signal,
  });
  const figures = composeFigures({ compute: corpusThread.figures, events });
  registerJobs({
    graph,
    ingest,
    models,
    jobs,
    field,
    nearest,
    inSight,
    downloads: downloads.folder,
    proposals,
    corpusThread,
    onTrial: keepTrial(parts),
  });
  const { formulas, deps: algebra } = composeFormulas(parts, graph);
  const lenses = composeLenses({ ...algebra, field, signal: parts.signal });
  /** After words changed: what waits may quote them, and new ones have no vector yet. */
  const onWords = async () => {
    await followQuotes({ graph, events });
    // nobody waits for vectors
    void embedRest(jobs, models).catch((error: unknown) => log.warn({ err: error }, 'no new vectors'));
  };
  /** One that a talk made has no place yet either. */
  const onNewScene = async () => {
    await onWords();
    if (needsLayout(await field.load())) await jobs.start('layout', {});
  };
  const gaps = composeGaps({ graph, field, figures, events });
  const packs = composePacks(parts, graph);
  const composedProposals = composeProposals(proposals, { ...parts, field, gaps });
  const found: Services['search'] = (input) => search({ graph, models, nearest }, input);
  const vaults = composeVaults(parts, graph);
  const forgetModel = embedAgain({ graph, models, jobs, isGraphUp: () => stages.isDone('migrations') });
  parts.signal.addEventListener('abort', forgetModel);
  void followDecisions({ ...proposals, log }, parts.signal);

  return {
    log,
    graph: () => {
      if (!stages.isDone('migrations')) throw notReady(parts);
      return neo4j.graph;
    },
    models,
    jobs,
    events,
    async readJob(id) {
      const job = (await jobs.list()).find((each) => each.id === id) ?? (await findJob(graph, id));
      if (job === null) throw new AppError('not_found', { values: { id } });
      return job;
    },
    stages: { list: stages.list, retry: parts.retry },
    endpoints: composeEndpoints(parts),
    vaults,
    judge: composeJudge(parts, vaults),
    image: (asked) => imageFor({ graph }, asked),
    async scene(by) {
      const scene = await readScene({ graph }, by);
      inSight.see([scene.id]);
      return scene;
    },
    field: {
      ...field,
      ...lenses,
      paths: (input) => viewPaths({ graph, field }, input),
      async view(input) {
        const view = await field.view(input);
        // The whole field is not in sight of anybody: then its hubs come first anyway.
        if (input.around !== undefined || input.regionId !== undefined) {
          inSight.see(view.nodes.map(({ id }) => id));
        }
        return view;
      },
    },
    search: found,
    searches: composeKept({ graph, events }, 'search'),
    views: composeKept({ graph, events }, 'view'),
    suggest: (input) => suggest({ graph }, input),
    mentions: createMentions({ graph }),
    formulas,
    editing: createEditing({ graph, events, onWords }),
    gaps,
    proposals: composedProposals,
    history: {
      list: (input) => listChanges(graph, input),
      async undo(input) {
        const undone = await undo({ graph, events }, input);
        await onWords();
        return undone;
      },
      async redo(input) {
        const redone = await redo({ graph, events }, input);
        await onWords();
        return redone;
      },
    },
    conversation: composeConversation(parts, { graph, nearest, onWords: onNewScene }),
    notebooks: composeNotebooks(
      { graph, jobs, events, models },
      { field, formulas, gaps, packs, proposals: composedProposals, search: found },
    ),
    packs,
    exports: composeExports({ graph, field, jobs, downloads }),
    backup: (file) => backupField({ graph }, { file }),
    async restore(file) {
      const restored = await restoreField({ graph }, { file });
      nearest.refill();
      field.invalidate();
      events.publish({ type: 'field' });
      events.publish({ type: 'proposals' });
      events.publish({ type: 'change', number: await currentNumber(graph), kind: 'restore' });
      await followUp(jobs, models);
      return restored;
    },
    ...composeSettings(parts, graph, [downloads, copies]),
  };
}

/** The graph as capabilities see it: shut until its schema stands, also while another start of it is on its way. */
function afterMigrations(parts: Parts): Graph & TypedReads {
  const { graph } = parts.neo4j;
  const open = () => {
    const { list } = parts.stages;
    if (list().some(({ name, state }) => name === 'migrations' && state === 'done')) return graph;
    throw notReady(parts);
  };
  return {
    read: async (work, options) => open().read(work, options),
    write: async (work, options) => open().write(work, options),
    explain: async (cypher) => open().explain(cypher),
    ask: async (cypher, parameters, limits) => open().ask(cypher, parameters, limits),
    close: () => graph.close(),
  };
}

/** Which of the stages on the way to the graph is not done, and why where that is known; one that failed says its own fault. */
function notReady({ stages }: Parts): AppError {
  const waited = stages.list().find(({ name, state }) => name !== 'models' && state !== 'done');
  const fault = waited && stages.faultOf(waited.name);
  if (isAppError(fault)) return fault;
  const values = { stage: waited?.name ?? 'migrations', ...(waited?.cause && { cause: waited.cause }) };
  return new AppError('stage_not_ready', { values });
}
