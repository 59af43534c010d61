import { z } from 'zod';

/** Relationship types that are not links: what belongs to what. */
export const structureTypes = [
  'IN',
  'FROM',
  'OF',
  'PART_OF',
  'NEXT',
  'IN_REGION',
  'FROM_NODE',
  'TO_NODE',
  'QUOTES',
  'HAS',
] as const;
export const StructureType = z.enum(structureTypes);
export type StructureType = z.infer<typeof StructureType>;
