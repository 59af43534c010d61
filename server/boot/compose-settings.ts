import { listModels } from '../../models/list-models.ts';
import { eraseField } from '../graph/erase.ts';
import type { Graph } from '../graph/graph.ts';
import { chosenModels } from './chosen-models.ts';
import { neo4jPlace } from './configuration.ts';
import { describeProblem } from './diagnostics.ts';
import type { Parts } from './open-field.ts';
import type { Services } from './services.ts';
import { viewSettings } from './settings-view.ts';

type SettingsServices = Pick<
  Services,
  'settings' | 'listModels' | 'shareDatabase' | 'renewKey' | 'erase' | 'diagnostics' | 'quit'
>;

/** `beside`: what the home keeps of notes outside the graph, and an erase takes along. */
export function composeSettings(
  parts: Parts,
  graph: Graph,
  beside: readonly { clear(): Promise<void> }[],
): SettingsServices {
  const { options, settings, stages, neo4j, jobs } = parts;
  const view = () => viewSettings(settings.current(), options, neo4j.graph.connection()?.info ?? null);
  return {
    settings: {
      view: () => Promise.resolve(view()),
      async update(change) {
        await settings.update(definedOf(change));
        // Other weights are fetched and loaded while the answer is on its way; the stage tells how far.
        const { embedModel, writeModel, judgeModel } = change;
        if ([embedModel, writeModel, judgeModel].some((model) => model !== undefined))
          void parts.retry('models').catch(() => undefined);
        return view();
      },
    },
    async listModels() {
      const listed = await listModels(options.cache, chosenModels({ ...options, settings }));
      // Of a file of the person's own neither licence nor hash is known.
      return listed.map(({ bytes, sha256, licence, ...model }) => ({
        ...model,
        bytes: bytes ?? 0,
        sha256: sha256 ?? '',
        licence: licence ?? '',
      }));
    },
    async shareDatabase() {
      const failed = stages.list().find(({ cause }) => cause === 'neo4j_foreign_data');
      if (failed === undefined) return;
      const { uri, database } = { uri: '', database: '', ...failed.values };
      const place = neo4jPlace({ uri: String(uri), database: String(database) || null });
      await settings.update({ shared: [...new Set([...settings.current().shared, place])] });
      await parts.retry('neo4j');
    },
    renewKey: () => Promise.resolve(options.renewKey()),
    async erase() {
      for (const { id, state } of await jobs.list())
        if (state === 'running' || state === 'queued') await jobs.cancel(id);
      const removed = await eraseField(graph);
      for (const each of beside) await each.clear();
      jobs.events.publish({ type: 'field' });
      return { removed };
    },
    diagnostics: () => describeProblem(parts, view()),
    quit: () => {
      // The answer leaves first.
      setTimeout(options.quit, 100);
      return Promise.resolve();
    },
  };
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function definedOf<T extends object>(change: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;
}
