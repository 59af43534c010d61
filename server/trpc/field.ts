import { z } from 'zod';
import { RegionId, SceneId } from '../../graph-schema/ids.ts';
import { AlikeView } from '../../graph-schema/views/alike-view.ts';
import { ChangedView, Day } from '../../graph-schema/views/changed-view.ts';
import { Box, FieldView } from '../../graph-schema/views/field-view.ts';
import { JoinView } from '../../graph-schema/views/join-view.ts';
import { AxisView, Measure, MeasureView, Pole } from '../../graph-schema/views/lens-view.ts';
import { PathView } from '../../graph-schema/views/path-view.ts';
import { RegionSaid, RegionView } from '../../graph-schema/views/region-view.ts';
import { SceneView } from '../../graph-schema/views/scene-view.ts';
import { GapsView } from '../../graph-schema/views/gap.ts';
import { SearchHit } from '../../graph-schema/views/search-hit.ts';
import { procedure, router } from './trpc.ts';

const Zoom = z.enum(['regions', 'main', 'all']);

const Regions = z.object({
  regions: z.array(
    z.object({
      id: RegionId,
      name: z.string(),
      scenes: z.int(),
      describes: z.array(z.string()),
      main: z.array(z.object({ id: SceneId, title: z.string() })),
      parent: RegionId.optional(),
    }),
  ),
  modularity: z.number(),
});

/** What part of the field is meant. */
const Selection = z.object({
  zoom: Zoom.default('all'),
  vaultId: z.string().optional(),
  regionId: RegionId.optional(),
  around: SceneId.optional(),
  depth: z.int().min(1).max(3).optional(),
  role: z.enum(['person', 'model']).optional(),
  speaker: z.string().max(300).optional(),
  since: Day.optional(),
  until: Day.optional(),
  window: Box.optional(),
  focus: z.array(SceneId).max(60).optional(),
});

export const fieldRouter = router({
  view: procedure
    .input(Selection)
    .output(FieldView)
    .query(({ ctx, input }) => ctx.services.field.view(input)),

  measure: procedure
    .input(Selection.extend({ measure: Measure }))
    .output(MeasureView)
    .query(({ ctx, input }) => ctx.services.field.measure(input)),

  axis: procedure
    .input(Selection.extend({ from: Pole, to: Pole }))
    .output(AxisView)
    .query(({ ctx, input }) => ctx.services.field.axis(input)),

  alike: procedure
    .input(
      z.object({
        id: SceneId,
        count: z.int().min(1).max(30).default(8),
        isUnlinked: z.boolean().default(true),
      }),
    )
    .output(AlikeView)
    .query(({ ctx, input }) => ctx.services.field.alike(input)),

  join: procedure
    .input(z.object({ from: SceneId, to: SceneId }))
    .output(JoinView)
    .query(({ ctx, input }) => ctx.services.field.join(input)),

  regionView: procedure
    .input(z.object({ id: RegionId }))
    .output(RegionView)
    .query(({ ctx, input }) => ctx.services.field.regionView(input.id)),

  regionSaid: procedure
    .input(z.object({ id: RegionId }))
    .output(RegionSaid)
    .query(({ ctx, input }) => ctx.services.field.regionSaid(input.id)),

  changed: procedure
    .input(z.object({ since: Day.optional(), until: Day.optional(), vault: z.string().optional() }))
    .output(ChangedView)
    .query(({ ctx, input }) => ctx.services.field.changed(input)),

  paths: procedure
    .input(z.object({ ids: z.array(SceneId).min(2).max(8), through: RegionId.optional() }))
    .output(z.array(PathView))
    .query(({ ctx, input }) => ctx.services.field.paths(input)),

  renameRegion: procedure
    .input(z.object({ id: RegionId, name: z.string().trim().min(1).max(80) }))
    .mutation(({ ctx, input }) => ctx.services.field.renameRegion(input)),

  regions: procedure
    .input(z.object({ vault: z.string().optional() }))
    .output(Regions)
    .query(({ ctx, input }) => ctx.services.field.regions(input)),

  scene: procedure
    .input(
      z.union([
        z.object({ id: SceneId }),
        z.object({ title: z.string().min(1) }),
        z.object({ block: z.uuid() }),
      ]),
    )
    .output(SceneView)
    .query(({ ctx, input }) => ctx.services.scene(input)),

  search: procedure
    .input(
      z.object({
        text: z.string().max(400),
        limit: z.int().min(1).max(100).default(20),
        mode: z.enum(['text', 'vector', 'fused']).default('fused'),
        vaultId: z.string().optional(),
      }),
    )
    .output(
      z.object({
        hits: z.array(SearchHit),
        seconds: z.number(),
        meaning: z.enum(['exact', 'index', 'none']),
      }),
    )
    .query(({ ctx, input }) => ctx.services.search(input)),

  suggest: procedure
    .input(
      z.object({
        text: z.string().max(200),
        limit: z.int().min(1).max(20).default(8),
        vaultId: z.string().optional(),
      }),
    )
    .output(
      z.array(z.object({ id: SceneId, title: z.string(), state: z.string(), path: z.string().nullable() })),
    )
    .query(({ ctx, input }) => ctx.services.suggest(input)),

  gaps: procedure
    .input(
      z.object({
        vaultId: z.string().optional(),
        limit: z.int().min(1).max(1000).default(200),
        wait: z.boolean().optional(),
        language: z.enum(['ru', 'en']).optional(),
      }),
    )
    .output(GapsView)
    .query(({ ctx, input }) => ctx.services.gaps.list(input)),
});
