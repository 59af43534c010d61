import { cacheFolder } from '../cache-folder.ts';
import { chooseModels } from '../choice.ts';
import { createModels, type CreateModelsOptions, type RunningModels } from '../supervise/create-models.ts';

const [embed, write] = ['multilingual-e5-small-q4', 'qwen2.5-coder-0.5b-instruct-q4_k_m'] as const;

export const testModelIds = [embed, write] as const;

/** The smallest real models, from the cache. */
export function createTestModels(options: Pick<CreateModelsOptions, 'stallMs'> = {}): RunningModels {
  const env = { SCENEFIELD_EMBED_MODEL: embed, SCENEFIELD_WRITE_MODEL: write };
  return createModels({ cache: cacheFolder(), choice: chooseModels({ env }), ...options });
}
