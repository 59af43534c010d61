import { z } from 'zod';
import { TablePart } from './table.ts';

/** Scenes by what they are. An empty filter lets everything pass; `from`: only scenes of that cell's result. */
export const QuestionInput = z.object({
  kind: z.literal('question'),
  /** without words all that passes is listed */
  text: z.string().max(400).default(''),
  scenes: z.enum(['any', 'note', 'section', 'turn', 'written', 'missing']).default('any'),
  /** a region's name */
  region: z.string().max(200).default(''),
  tag: z.string().max(200).default(''),
  /** a vault's name */
  vault: z.string().max(200).default(''),
  /** days as `2026-11-29`, both within */
  since: z.string().max(10).default(''),
  until: z.string().max(10).default(''),
  from: z.string().max(80).default(''),
  /** `fit`: the order of the search; without words it is that of `links` */
  order: z.enum(['fit', 'links', 'newest', 'oldest', 'title']).default('fit'),
  limit: z.int().min(1).max(500).default(20),
});
export const QuestionResult = z.object({ kind: z.literal('question'), table: TablePart });
