import { z } from 'zod';
import { RegionId, SceneId } from '../ids.ts';

export const Gap = z.object({
  id: z.string(),
  kind: z.enum(['region_pair', 'missing_scene', 'lone_scene']),
  title: z.string(),
  regions: z.array(z.object({ id: RegionId, name: z.string(), hue: z.number() })).optional(),
  sceneId: SceneId.optional(),
  /** 0–1, likeness of the two regions; null where it has no meaning */
  alike: z.number().nullable(),
  joined: z.number(),
  expected: z.number().nullable(),
  gap: z.number(),
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

export const GapsView = z.object({
  regions: z.array(z.object({ id: RegionId, name: z.string(), hue: z.number(), scenes: z.int() })),
  /** upper triangle by index into `regions`, `from < to` */
  matrix: z.array(
    z.object({
      from: z.int(),
      to: z.int(),
      joined: z.number(),
      expected: z.number(),
      alike: z.number(),
      gap: z.number(),
    }),
  ),
  gaps: z.array(Gap),
});
export type GapsView = z.infer<typeof GapsView>;
