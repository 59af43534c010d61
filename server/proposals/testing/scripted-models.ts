import type { AskOptions, GenerateInput, Models } from '../../../models/models.ts';
import { noModels } from './no-models.ts';

/** A model that writes what it is told to: only where a fixed answer, or its moment, is what the test is about. */
export function scriptedModels(
  answer: string | ((input: GenerateInput, options: AskOptions) => Promise<string>),
): Models {
  return {
    ...noModels,
    async generate(input, options = {}) {
      const text = typeof answer === 'string' ? answer : await answer(input, options);
      return { text, tokens: 10, model: 'scripted', seconds: 0 };
    },
    identity: () => Promise.resolve({ id: 'scripted', sha256: '0'.repeat(64) }),
    presence: () =>
      noModels
        .presence()
        .map((each) =>
          each.role === 'write' ? { ...each, id: 'scripted', state: { state: 'ready' as const } } : each,
        ),
  };
}
