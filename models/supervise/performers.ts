import type { ChosenModel, ModelChoice } from '../choice.ts';
import { createEndpointHost } from '../endpoint/endpoint-host.ts';
import { createEndpointModel } from '../endpoint/endpoint-model.ts';
import type { Role } from '../models.ts';
import type { ModelsLog } from './host-process.ts';
import type { ModelHost } from './model-host.ts';
import type { Doing, Performing } from './perform.ts';
import { createRoleWeights } from './role-weights.ts';
import { createSpeed, type Speed } from './speed.ts';
import { createTurns, type Turns } from './turns.ts';

export interface Performer extends Performing {
  /** `since`: milliseconds of `performance.now()` */
  doing: (Doing & { since: number }) | null;
  speed: Speed;
}

export interface PerformersOptions {
  choice: ModelChoice;
  cache: string;
  log: ModelsLog;
  /** the host that all local models share, with its turns */
  local: { host: ModelHost; turns: Turns };
  stopped: AbortSignal;
  onState: () => void;
}

/** Who does each role's work. Local models take turns on one host; an endpoint is a host of its own, so that it holds nobody up. */
export function createPerformers(options: PerformersOptions): Readonly<Record<Role, Performer>> {
  return {
    embed: performerOf('embed', options),
    write: performerOf('write', options),
    judge: performerOf('judge', options),
  };
}

function performerOf(role: Role, options: PerformersOptions): Performer {
  const speed = createSpeed();
  const performer: Performer = {
    ...modelAndHost(role, options.choice[role], options),
    loadedIn: null,
    doing: null,
    speed,
    onDoing(doing) {
      performer.doing = doing && { ...doing, since: performance.now() };
      speed.rest();
      options.onState();
    },
  };
  return performer;
}

function modelAndHost(
  role: Role,
  chosen: ChosenModel,
  { cache, log, local, stopped, onState }: PerformersOptions,
): Pick<Performing, 'weights' | 'host' | 'turns'> {
  if (chosen.type !== 'endpoint') {
    return { weights: createRoleWeights({ role, chosen, cache, log, onState, stopped }), ...local };
  }
  const { endpoint, isAllowed } = chosen;
  const model = createEndpointModel({ role, endpoint, isAllowed, onState, stopped });
  return { weights: model, host: createEndpointHost({ endpoint: model.asked }), turns: createTurns() };
}
