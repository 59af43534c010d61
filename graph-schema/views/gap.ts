import { z } from 'zod';
import { RegionId, SceneId } from '../ids.ts';

export const Gap = z.object({
  id: z.string(),
  kind: z.enum([
    'region_pair',
    'missing_scene',
    'lone_scene',
    'hanging_region',
    'unwritten_idea',
    'open_question',
    'broken_chain',
    'single_source',
    'contradiction',
  ]),
  title: z.string(),
  regions: z.array(z.object({ id: RegionId, name: z.string(), hue: z.number() })).optional(),
  sceneId: SceneId.optional(),
  /** 0–1, likeness of the two regions; null where it has no meaning */
  alike: z.number().nullable(),
  joined: z.number(),
  expected: z.number().nullable(),
  gap: z.number(),
  /** a region that hangs: by what */
  hangsBy: z.enum(['nothing', 'one_link', 'one_note']).optional(),
  /** a question: days since it was asked; null where that is not known */
  days: z.number().nullable().optional(),
  /** verbatim quotes that show it */
  evidence: z.array(
    z.object({
      sceneId: SceneId,
      title: z.string(),
      path: z.string(),
      start: z.int(),
      end: z.int(),
      text: z.string(),
      shown: z.string(),
    }),
  ),
  closes: z.array(
    z.object({
      proposalId: z.string().optional(),
      sceneId: SceneId.optional(),
      title: z.string().optional(),
      effect: z.number(),
    }),
  ),
});
export type Gap = z.infer<typeof Gap>;

const Chance = z.object({ mean: z.number(), low: z.number(), high: z.number() });

/** A region, or a set of scenes that a person named. */
export const Zone = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['region', 'named']),
  scenes: z.int(),
  /** links from it to the rest */
  joined: z.number(),
  /** ids of the regions that they reach */
  reached: z.array(z.string()),
  /** how many regions as many links would reach by chance; null where no statistic is shown */
  chance: Chance.nullable(),
  /** scenes that it calls for and nobody wrote */
  missing: z.array(z.object({ id: z.string(), title: z.string() })),
  /** its links reach as many regions as chance gives (the lower bound), do not hang by one, and none of its called-for scenes is missing */
  isLit: z.boolean(),
});
export type Zone = z.infer<typeof Zone>;

/** What accepting some pending proposals would do, before it is done. */
export const AcceptancePreview = z.object({
  /** mean steps from a note of the one region to the nearest of the other; null: no way */
  distance: z.object({ before: z.number().nullable(), after: z.number().nullable() }).nullable(),
  joined: z.object({ before: z.number(), after: z.number() }).nullable(),
  /** links that the model expects among the pairs not linked; null before that is worked out. `closes`: no gap is left then */
  wanting: z.object({ before: z.number(), after: z.number(), closes: z.boolean() }).nullable(),
  /** of the field's regions, by links alone */
  modularity: z.object({ before: z.number(), after: z.number() }),
  /** ids of lit zones */
  lit: z.object({ before: z.array(z.string()), after: z.array(z.string()) }),
  /** zones that would be lit and are dark now */
  lights: z.array(z.object({ id: z.string(), name: z.string() })),
  /** zones that would stay dark, but lack fewer links, regions and scenes */
  nearer: z.array(z.object({ name: z.string(), before: z.int(), after: z.int() })),
});
export type AcceptancePreview = z.infer<typeof AcceptancePreview>;

/** What became of a matrix: of an earlier one since, or of the field without what was accepted. */
export const MatrixProgress = z.object({
  lit: z.object({ before: z.int(), now: z.int() }),
  newlyLit: z.array(z.string()),
  goneDark: z.array(z.string()),
  /** titles that were missing and are written, or called for no more */
  written: z.array(z.string()),
  /** pairs with more links than they had, those first whose gap is no more: it closed */
  joined: z.array(
    z.object({
      regions: z.tuple([z.string(), z.string()]),
      before: z.number(),
      now: z.number(),
      closed: z.boolean(),
    }),
  ),
  /** pairs whose gap is no more without a new link: none is expected there any longer */
  settled: z.array(z.tuple([z.string(), z.string()])),
  /** pairs with links wanting */
  gaps: z.object({ before: z.int(), now: z.int() }),
});
export type MatrixProgress = z.infer<typeof MatrixProgress>;

export const GapsView = z.object({
  regions: z.array(z.object({ id: RegionId, name: z.string(), hue: z.number(), scenes: z.int() })),
  /** upper triangle by index into `regions`, `from < to` */
  matrix: z.array(
    z.object({
      from: z.int(),
      to: z.int(),
      joined: z.number(),
      /** links that the model expects among the pairs not linked yet; until that is worked out what chance gives */
      expected: z.number(),
      /** what chance alone gives with as many links a note: mean and the bounds of nine draws in ten; null until worked out */
      chance: Chance.nullable(),
      alike: z.number(),
      gap: z.number(),
      /** a person says that there is nothing to join, whatever is expected: no gap */
      isSettled: z.boolean(),
    }),
  ),
  /** `few`: too few scenes for a statistic, so no matrix; `counting`: figures are still being worked out, or are those of an earlier field */
  basis: z.enum(['counted', 'counting', 'few']),
  /** hubs and dated notes, which no pair counts */
  aside: z.array(z.object({ id: z.string(), title: z.string() })),
  /** the regions, then what a person named */
  zones: z.array(Zone),
  /** names of zones that a note of the field asks for and that are not there yet */
  offered: z.array(z.string()),
  /** missing scenes that a person says need not be written */
  settled: z.array(z.object({ id: SceneId, title: z.string() })),
  gaps: z.array(Gap),
});
export type GapsView = z.infer<typeof GapsView>;
