import { formulaFunctions, type FunctionId, functionIds } from './functions.ts';
import type { FormulaProblem } from './problem.ts';
import { transitionKinds, transitionName } from './transition-kinds.ts';

/**
 * What the sentences of `messages/LANGUAGE/formula.ts` take: nothing is said as `none`, and the names that may be meant are those of the person's language.
 * `signatureOf`: how a function is written, from the same file.
 */
export function problemValues(
  { values }: Pick<FormulaProblem, 'values'>,
  { language, signatureOf }: { language: 'ru' | 'en'; signatureOf(id: FunctionId): string },
): Record<string, string | number> {
  const known = functionIds.find((id) => id === values['function']);
  const said = Object.entries(values).map(([name, value]) => [name, value === '' ? 'none' : value] as const);
  return {
    ...Object.fromEntries(said),
    functions: formulaFunctions.map(({ names }) => names[language]).join(', '),
    kinds: transitionKinds.map((kind) => transitionName(kind, language)).join(', '),
    signature: known === undefined ? '' : signatureOf(known),
  };
}
