import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import type { ModelState, Role } from '../models.ts';
import { failedState, orAbort, type RoleWeights, wantsPrefixes } from '../supervise/role-weights.ts';
import { type Endpoint, endpointId } from './endpoint.ts';
import { listModelsAt } from './list-models-at.ts';

interface EndpointModelOptions {
  role: Role;
  endpoint: Endpoint;
  /** false: an address that is not on this machine, and nobody has agreed yet: nothing is sent */
  isAllowed: boolean;
  onState: () => void;
  stopped: AbortSignal;
}

/** A role's model at an endpoint, told as weights are. Where no model is named it is the first that the server lists. */
export function createEndpointModel({
  role,
  endpoint,
  isAllowed,
  onState,
  stopped,
}: EndpointModelOptions): RoleWeights & { asked(): Endpoint } {
  let model = endpoint.model;
  let state: ModelState = { state: 'missing' };
  const setState = (next: ModelState): void => {
    state = next;
    onState();
  };
  const findModel = async (): Promise<void> => {
    if (!isAllowed) throw new AppError('endpoint_not_agreed', { values: { address: endpoint.address } });
    model ??= (await listModelsAt(endpoint, stopped))[0] ?? null;
  };
  const id = () => endpointId(endpoint.address, model);
  return {
    role,
    get id() {
      return id();
    },
    get state() {
      return state;
    },
    setState,
    async path(signal) {
      try {
        await orAbort(findModel(), signal);
        return endpoint.address;
      } catch (error) {
        if (!isAppError(error) || error.code !== 'cancelled') setState(failedState(error));
        throw error;
      }
    },
    identity: () => Promise.resolve({ id: id(), sha256: null }),
    get hasPrefixes() {
      return wantsPrefixes(model);
    },
    asked: () => ({ ...endpoint, model }),
  };
}
