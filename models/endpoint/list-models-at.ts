import { z } from 'zod';
import { isAppError } from '../../graph-schema/app-error.ts';
import { callEndpoint, readJson } from './call-endpoint.ts';
import type { Endpoint } from './endpoint.ts';

const Listed = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });
const stallMs = 15_000;

/** The models that a server names; none where it keeps no list. @throws AppError endpoint_unreachable, endpoint_refused, endpoint_stalled, cancelled */
export async function listModelsAt(endpoint: Endpoint, signal?: AbortSignal): Promise<string[]> {
  try {
    const answer = await callEndpoint(endpoint, { path: 'models', signal, stallMs });
    const listed = Listed.safeParse(await readJson(endpoint, answer));
    return listed.success ? listed.data.data.map(({ id }) => id) : [];
  } catch (error) {
    const keepsNoList = ['endpoint_no_model', 'endpoint_nonsense', 'model_failed', 'endpoint_busy'];
    if (isAppError(error) && keepsNoList.includes(error.code)) return [];
    throw error;
  }
}
