import { z } from 'zod';
import { Drawing } from './drawing.ts';

/** A part of the field with its lens: around a scene, of a region, of a vault, of another cell's scenes, or the whole. */
export const MapInput = z.object({
  kind: z.literal('map'),
  /** a scene's title or id */
  around: z.string().max(500).default(''),
  /** links away from it */
  depth: z.int().min(1).max(3).default(1),
  /** a region's name */
  region: z.string().max(200).default(''),
  vault: z.string().max(200).default(''),
  from: z.string().max(80).default(''),
  since: z.string().max(10).default(''),
  until: z.string().max(10).default(''),
  /** what the colour of a scene says in the live window */
  colour: z
    .enum(['region', 'kind', 'vault', 'speaker', 'origin', 'age', 'degree', 'betweenness', 'doubt'])
    .default('region'),
});
export type MapInput = z.infer<typeof MapInput>;

export const MapResult = z.object({
  kind: z.literal('map'),
  drawing: Drawing,
  scenes: z.int(),
  links: z.int(),
  /** what the live window asks the field for */
  view: z.object({
    regionId: z.string().optional(),
    around: z.string().optional(),
    depth: z.int().optional(),
    vaultId: z.string().optional(),
    since: z.string().optional(),
    until: z.string().optional(),
  }),
});
