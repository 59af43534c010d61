import { editingRouter } from './editing.ts';
import { conversationRouter } from './conversation.ts';
import { eventsRouter } from './events.ts';
import { exportsRouter } from './exports.ts';
import { fieldRouter } from './field.ts';
import { formulasRouter } from './formulas.ts';
import { gapsRouter } from './gaps.ts';
import { historyRouter, jobsRouter } from './history.ts';
import { mentionsRouter } from './mentions.ts';
import { notebooksRouter } from './notebooks.ts';
import { packsRouter } from './packs.ts';
import { proposalsRouter } from './proposals.ts';
import { searchesRouter, viewsRouter } from './kept.ts';
import { endpointsRouter } from './endpoints.ts';
import { judgeRouter } from './judge.ts';
import { modelsRouter, settingsRouter, startRouter } from './start.ts';
import { createCaller, router } from './trpc.ts';
import { vaultsRouter } from './vaults.ts';

export const appRouter = router({
  start: startRouter,
  events: eventsRouter,
  vaults: vaultsRouter,
  editing: editingRouter,
  field: fieldRouter,
  formulas: formulasRouter,
  gaps: gapsRouter,
  searches: searchesRouter,
  views: viewsRouter,
  mentions: mentionsRouter,
  proposals: proposalsRouter,
  history: historyRouter,
  jobs: jobsRouter,
  conversation: conversationRouter,
  notebooks: notebooksRouter,
  packs: packsRouter,
  exports: exportsRouter,
  models: modelsRouter,
  endpoints: endpointsRouter,
  judge: judgeRouter,
  settings: settingsRouter,
});

export type AppRouter = typeof appRouter;
export const callerFor = createCaller(appRouter);
