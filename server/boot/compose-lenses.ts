import { alikeScenes } from '../formula/alike-scenes.ts';
import type { FormulaDeps } from '../formula/evaluate.ts';
import { placeAlong } from '../formula/place-along.ts';
import type { Field } from '../field/create-field.ts';
import { regionFacts } from '../field/region-facts.ts';
import { betweennessInWorker, keepBetweenness } from '../field/lenses/keep-betweenness.ts';
import { measureScenes } from '../field/lenses/measure-scenes.ts';
import { listUndecided } from '../proposals/index.ts';
import { readJoin } from '../vault/read-join.ts';
import { regionSaid } from './region-said.ts';
import type { Services } from './services.ts';

type Lenses = Pick<Services['field'], 'measure' | 'axis' | 'alike' | 'join' | 'regionView' | 'regionSaid'>;

/** What the field answers about what is on the map. */
export function composeLenses(deps: FormulaDeps & { field: Field; signal: AbortSignal }): Lenses {
  const { field, graph, signal } = deps;
  const betweenness = keepBetweenness(betweennessInWorker, signal);
  const undecided = () => listUndecided({ graph });
  return {
    measure: (input) => measureScenes({ field, betweenness, undecided }, input),
    async axis({ from, to, ...input }) {
      const shown = await field.shown(input);
      return placeAlong(deps, { from, to, ids: shown.map(({ id }) => id) });
    },
    async alike({ id, ...input }) {
      const { ids } = await field.neighbourhood({ id, depth: 0 });
      return alikeScenes(deps, await field.load(), { id: ids[0] ?? id, ...input });
    },
    join: (input) => readJoin({ graph }, input),
    regionView: async (id) => regionFacts(await field.load(), id),
    regionSaid: (id) => regionSaid({ graph, field }, id),
  };
}
