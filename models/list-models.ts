import type { ModelChoice } from './choice.ts';
import { hasWeights, weightsPath } from './fetch/fetch-model.ts';
import { manifest } from './manifest.ts';
import type { Role } from './models.ts';
import { areWeightsHere, idOf } from './supervise/role-weights.ts';

export interface ListedModel {
  id: string;
  role: Role;
  state: 'present' | 'missing';
  chosen: boolean;
  bytes: number | null;
  sha256: string | null;
  licence: string | null;
  path?: string;
}

/** The manifest, and the person's own weights or endpoint where they are chosen. */
export async function listModels(cache: string, choice: ModelChoice): Promise<ListedModel[]> {
  const listed = manifest.map(async (entry): Promise<ListedModel> => {
    const isHere = await hasWeights(entry, cache);
    const { id, role, bytes, sha256, licence } = entry;
    const state = isHere ? 'present' : 'missing';
    return {
      id,
      role,
      state,
      chosen: idOf(choice[role]) === id,
      bytes,
      sha256,
      licence,
      ...(isHere && { path: weightsPath(entry, cache) }),
    };
  });
  const own = (['embed', 'write', 'judge'] as const).map(async (role): Promise<ListedModel[]> => {
    const chosen = choice[role];
    if (chosen.type !== 'file' && chosen.type !== 'endpoint') return [];
    const state = (await areWeightsHere(chosen, cache)) ? 'present' : 'missing';
    return [
      {
        id: idOf(chosen) ?? '',
        role,
        state,
        chosen: true,
        bytes: null,
        sha256: null,
        licence: null,
        ...(chosen.type === 'file' && { path: chosen.path }),
      },
    ];
  });
  return [...(await Promise.all(listed)), ...(await Promise.all(own)).flat()];
}
