import { CellInput } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKind } from './cell-kind.ts';

/** A formula of scenes and what it leads to. What is wrong with it is its result, too. */
export const formula: CellKind<'formula'> = {
  kind: 'formula',
  schema: CellInput.options[3],
  inputs: ['field'],
  run: async ({ text }, door) => ({ kind: 'formula', answer: await door.formulas.evaluate({ text }) }),
};
