import { runInWorker } from '../../jobs/run-in-worker.ts';
import type { FieldGraph } from '../field-graph.ts';
import type { Betweenness, BetweennessInput } from './betweenness.ts';

/** Shares by id of scene. */
export interface KeptBetweenness {
  shares: ReadonlyMap<string, number>;
  most: number;
  sampled: number | null;
}

export interface BetweennessKeeper {
  /** What there is; where it is not this field's, that is begun. `isWorking`: it is an earlier field's, or nothing. @throws what the last attempt failed with */
  read(field: FieldGraph): KeptBetweenness & { isWorking: boolean };
}

type Compute = (input: BetweennessInput, signal?: AbortSignal) => Promise<Betweenness>;

/** On a thread of its own. */
export const betweennessInWorker: Compute = (input, signal) =>
  runInWorker('field/lenses/betweenness-worker', input, signal);

/** Keeps the figures of the field that was asked about last; one field is worked out at a time. */
export function keepBetweenness(compute: Compute, signal?: AbortSignal): BetweennessKeeper {
  const done = new WeakSet<FieldGraph>();
  let latest: KeptBetweenness = { shares: new Map(), most: 0, sampled: null };
  let isWorking = false;
  let fault: { error: unknown } | null = null;

  const work = async (field: FieldGraph): Promise<void> => {
    isWorking = true;
    try {
      const { shares, sampled } = await compute(inputOf(field), signal);
      latest = {
        shares: new Map(field.scenes.map(({ id }, place) => [id as string, shares[place] ?? 0])),
        most: shares.reduce((most, share) => Math.max(most, share), 0),
        sampled,
      };
      done.add(field);
    } catch (error) {
      fault = { error };
    } finally {
      isWorking = false;
    }
  };
  return {
    read(field) {
      if (fault !== null) {
        const { error } = fault;
        fault = null;
        throw error;
      }
      const isOld = !done.has(field);
      if (isOld && !isWorking) void work(field);
      return { ...latest, isWorking: isOld };
    },
  };
}

function inputOf({ scenes, links }: FieldGraph): BetweennessInput {
  const places = new Map<string, number>(scenes.map(({ id }, place) => [id, place]));
  const ends = new Int32Array(2 * links.length);
  for (const [at, { from, to }] of links.entries()) {
    ends[2 * at] = places.get(from) ?? 0;
    ends[2 * at + 1] = places.get(to) ?? 0;
  }
  return { count: scenes.length, ends };
}
