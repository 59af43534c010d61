import { z } from 'zod';

/** What the supervisor asks of the model host. One heavy work at a time is the supervisor's care. */
export const HostWork = z.discriminatedUnion('type', [
  /** `prefixes`: the model was trained with `query: ` and `passage: ` before each text (the e5 family) */
  z.object({
    type: z.literal('load'),
    role: z.enum(['embed', 'write', 'judge']),
    path: z.string(),
    prefixes: z.boolean(),
  }),
  z.object({ type: z.literal('embed'), kind: z.enum(['query', 'passage']), texts: z.array(z.string()) }),
  z.object({
    type: z.literal('generate'),
    system: z.string().optional(),
    examples: z.array(z.object({ prompt: z.string(), answer: z.string() })),
    prompt: z.string(),
    answerStart: z.string(),
    maxTokens: z.int().positive(),
    seed: z.int(),
    temperature: z.number().min(0),
    stop: z.array(z.string()),
  }),
  /** `role`: whose model judges */
  z.object({
    type: z.literal('judge'),
    role: z.enum(['write', 'judge']),
    system: z.string(),
    prefix: z.string(),
    endings: z.array(z.string()),
    answerStart: z.string(),
    answers: z.array(z.string()),
    ranking: z.object({ query: z.string(), documents: z.array(z.string()) }),
  }),
  z.object({ type: z.literal('count'), role: z.enum(['embed', 'write', 'judge']), text: z.string() }),
]);
export type HostWork = z.infer<typeof HostWork>;
export type GenerateWork = Extract<HostWork, { type: 'generate' }>;
export type JudgeWork = Extract<HostWork, { type: 'judge' }>;

export const ToHost = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ask'), id: z.int(), work: HostWork }),
  /** The work is answered with `stopped` at the next place where it can be. */
  z.object({ type: z.literal('stop'), id: z.int() }),
  /** All cores, whatever else uses them; or those that nothing else uses. */
  z.object({ type: z.literal('hurry'), isHurried: z.boolean() }),
]);
export type ToHost = z.infer<typeof ToHost>;

export const HostAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('loaded'), dimensions: z.int(), contextTokens: z.int() }),
  z.object({ type: z.literal('embedded') }),
  z.object({ type: z.literal('judged') }),
  /** seconds: reading what of the prompt was not known yet, and writing */
  z.object({
    type: z.literal('generated'),
    text: z.string(),
    tokens: z.int(),
    promptTokens: z.int(),
    seconds: z.number(),
  }),
  z.object({ type: z.literal('counted'), tokens: z.int() }),
]);
export type HostAnswer = z.infer<typeof HostAnswer>;

export const FromHost = z.discriminatedUnion('type', [
  /** the work goes on, though there is nothing to show of it yet; now and then. `memory`: resident, bytes */
  z.object({ type: z.literal('alive'), memory: z.number() }),
  /** one text is embedded: kept by the supervisor, so that only the rest is asked again after a stop or a death */
  z.object({
    type: z.literal('vector'),
    id: z.int(),
    index: z.int(),
    tokens: z.int(),
    vector: z.instanceof(Float32Array),
  }),
  /** one ending is judged; `tokens` had to be read for it */
  z.object({
    type: z.literal('shares'),
    id: z.int(),
    index: z.int(),
    tokens: z.int(),
    shares: z.array(z.number()),
  }),
  z.object({ type: z.literal('piece'), id: z.int(), text: z.string() }),
  z.object({ type: z.literal('done'), id: z.int(), answer: HostAnswer }),
  z.object({ type: z.literal('stopped'), id: z.int() }),
  z.object({
    type: z.literal('failed'),
    id: z.int(),
    code: z.enum(['bad_input', 'model_failed', 'model_not_ready']),
    reason: z.string(),
  }),
]);
export type FromHost = z.infer<typeof FromHost>;
