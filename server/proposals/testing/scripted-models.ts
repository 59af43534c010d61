import type { Models } from '../../../models/models.ts';
import { noModels } from './no-models.ts';

/** A model that always writes the same: only where a fixed answer is what the test is about. */
export function scriptedModels(text: string): Models {
  return {
    ...noModels,
    generate: () => Promise.resolve({ text, tokens: 10, model: 'scripted', seconds: 0 }),
    identity: () => Promise.resolve({ id: 'scripted', sha256: '0'.repeat(64) }),
    presence: () =>
      noModels
        .presence()
        .map((each) =>
          each.role === 'write' ? { ...each, id: 'scripted', state: { state: 'ready' as const } } : each,
        ),
  };
}
