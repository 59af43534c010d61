import type { ModelPresence } from '../models.ts';

/** A role that does nothing just now, for tests that hand in models of their own. */
export function idlePresence({
  role,
  id,
  state,
}: Pick<ModelPresence, 'role' | 'id' | 'state'>): ModelPresence {
  return {
    role,
    id,
    state,
    doing: 'idle',
    tokensPerSecond: null,
    paused: false,
    work: null,
    waiting: 0,
    memory: null,
    hurried: false,
    reasons: role === 'write' && id !== null,
  };
}
