import type { Measure, MeasureView } from '../../../graph-schema/views/lens-view.ts';
import type { Field } from '../create-field.ts';
import type { ViewInput } from '../field-view.ts';
import { doubtOf } from './doubt.ts';
import type { BetweennessKeeper } from './keep-betweenness.ts';

export interface MeasureDeps {
  field: Pick<Field, 'load' | 'shown'>;
  betweenness: BetweennessKeeper;
  /** proposals that wait for a decision, by id of scene */
  undecided(): Promise<ReadonlyMap<string, number>>;
}

/** Figures of the scenes that the view of the same input shows. */
export async function measureScenes(
  deps: MeasureDeps,
  { measure, ...input }: ViewInput & { measure: Measure },
): Promise<MeasureView> {
  const [field, shown] = [await deps.field.load(), await deps.field.shown(input)];
  const { values, ...rest } = await valuesOf(deps, measure, field);
  const own = shown.flatMap(({ id }) => {
    const value = values.get(id);
    return value === undefined ? [] : [[id, value] as const];
  });
  return { ...rest, values: Object.fromEntries(own) };
}

async function valuesOf(deps: MeasureDeps, measure: Measure, field: Awaited<ReturnType<Field['load']>>) {
  if (measure === 'doubt')
    return { values: doubtOf(field, await deps.undecided()), most: 1, isWorking: false, sampled: null };
  const { shares, ...rest } = deps.betweenness.read(field);
  return { values: shares, ...rest };
}
