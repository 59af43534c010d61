import { type Conversations, createConversations } from '../conversation/create-conversations.ts';
import type { Graph } from '../graph/graph.ts';
import type { Nearest } from '../search/knn/open-nearest.ts';
import type { Parts } from './open-field.ts';

export function composeConversation(
  { models, jobs, signal, log }: Parts,
  parts: { graph: Graph; nearest: Nearest; onWords: () => Promise<void> },
): Conversations {
  return createConversations({
    ...parts,
    models,
    events: jobs.events,
    stopped: signal,
    onFault: (error) => log.error({ err: error }, 'a question was not answered'),
  });
}
