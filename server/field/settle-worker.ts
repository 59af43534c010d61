import { answerOnThread } from '../jobs/answer-on-thread.ts';
import { settle, type Settled, type SettleInput } from './settle.ts';
import type { SettleHelp } from './settle-in-worker.ts';

/** Entry of the worker thread. */
answerOnThread<SettleInput, never, Settled, SettleHelp>((input, { call }) =>
  settle(input, (ids) => call('textsOf', ids)),
);
