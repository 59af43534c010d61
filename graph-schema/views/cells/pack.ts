import { z } from 'zod';

/** A scene pack made ready to leave. */
export const PackInput = z.object({
  kind: z.literal('pack'),
  /** the scenes of that cell's result; else a region, else what is around a scene, else the whole field */
  from: z.string().max(80).default(''),
  region: z.string().max(200).default(''),
  around: z.string().max(500).default(''),
  depth: z.int().min(0).max(3).default(1),
});
export const PackResult = z.object({
  kind: z.literal('pack'),
  fileName: z.string(),
  scenes: z.int(),
  concepts: z.int(),
  links: z.int(),
  bytes: z.int(),
  digest: z.string(),
  /** what the page asks for when the file is saved */
  selection: z.discriminatedUnion('what', [
    z.object({ what: z.literal('all') }),
    z.object({ what: z.literal('scene'), sceneId: z.string(), depth: z.int() }),
    z.object({ what: z.literal('region'), regionId: z.string() }),
    z.object({ what: z.literal('scenes'), ids: z.array(z.string()) }),
  ]),
});
