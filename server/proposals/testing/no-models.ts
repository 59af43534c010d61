import { AppError } from '../../../graph-schema/app-error.ts';
import type { Models } from '../../../models/models.ts';
import { idlePresence } from '../../../models/testing/idle-presence.ts';

/** What the room is handed on a machine without any model. */
export const noModels: Models = {
  embed: () => Promise.reject(new AppError('model_not_ready', { values: { role: 'embed' } })),
  generate: () => Promise.reject(new AppError('model_not_ready', { values: { role: 'write' } })),
  judge: () => Promise.reject(new AppError('model_not_ready', { values: { role: 'judge' } })),
  countTokens: () => Promise.reject(new AppError('model_not_ready', { values: { role: 'write' } })),
  identity: () => Promise.resolve(null),
  presence: () =>
    (['embed', 'write'] as const).map((role) => idlePresence({ role, id: null, state: { state: 'none' } })),
  ready: () => Promise.reject(new AppError('model_not_ready')),
  pause: () => {},
  hurry: () => {},
  giveWay: () => () => {},
  onChange: () => () => {},
  stop: () => Promise.resolve(),
};
