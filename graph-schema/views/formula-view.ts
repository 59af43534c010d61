import { z } from 'zod';
import { SceneId } from '../ids.ts';

/** `line`, `column` count from 1; `start`, `end` are offsets into the formula; the words of `code` are in `messages/LANGUAGE/formula.ts`. */
export const FormulaProblemView = z.object({
  line: z.int(),
  column: z.int(),
  start: z.int(),
  end: z.int(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FormulaProblemView = z.infer<typeof FormulaProblemView>;

/** A scene that a formula leads to. `stays`: how often it is among the first again, 0 … 1; `passage`: where it lies nearest. */
export const FormulaHit = z.object({
  sceneId: SceneId,
  title: z.string(),
  vault: z.string().nullable(),
  path: z.string().nullable(),
  score: z.number(),
  stays: z.number().nullable(),
  passage: z.object({ id: z.string(), start: z.int(), end: z.int(), text: z.string() }).nullable(),
  /** the passage as a reader sees it, without marks */
  shown: z.string().optional(),
});
export type FormulaHit = z.infer<typeof FormulaHit>;

const Interval = z.object({ low: z.number(), high: z.number() });

/** `means`: it lies nearer to scenes than chance does, and its ranks hold; `first_means`: that is so of the first scene alone. The others say why it means nothing, or little. */
export const Verdict = z.enum([
  'means',
  'first_means',
  'as_chance',
  'unstable',
  'cancels_out',
  'too_few_scenes',
  'no_gain',
]);
export type Verdict = z.infer<typeof Verdict>;

/** What a formula comes to, and what that is worth: see `Explanation` in `scenes/formula`. */
export const FormulaResult = z.object({
  type: z.enum(['scene', 'axis', 'relation', 'number', 'list']),
  /** of a number */
  value: z.number().nullable(),
  unit: z.enum(['plain', 'position', 'percentile']).nullable(),
  verdict: Verdict,
  near: z.array(FormulaHit),
  /** of an axis: what lies furthest out at its beginning */
  opposite: z.array(FormulaHit),
  baseline: z.object({ own: z.number(), chance: z.number(), high: z.number(), beats: z.number() }).nullable(),
  stability: z.object({ own: z.number(), chance: z.number() }).nullable(),
  interval: Interval.nullable(),
  /** of a relation: what its step adds to plain likeness on links held out, and from how many links it is made */
  gain: Interval.extend({ mean: z.number() }).nullable(),
  examples: z.int().nullable(),
  seconds: z.number(),
});
export type FormulaResult = z.infer<typeof FormulaResult>;

/** What is wrong is an answer, too. */
export const FormulaAnswer = z.union([
  z.object({ problems: z.array(FormulaProblemView).min(1) }),
  FormulaResult.extend({ problems: z.tuple([]) }),
]);
export type FormulaAnswer = z.infer<typeof FormulaAnswer>;

/** A formula that is a scene. `isOwn`: a person of this field keeps it, not only a pack; `isStale`: its place was made from what is no longer so. */
export const KeptFormula = z.object({
  id: SceneId,
  title: z.string(),
  text: z.string(),
  isOwn: z.boolean(),
  isStale: z.boolean(),
});
export type KeptFormula = z.infer<typeof KeptFormula>;
