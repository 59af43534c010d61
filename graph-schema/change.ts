import { z } from 'zod';
import { ChangeNumber } from './ids.ts';

export const ChangeKind = z.enum([
  'ingest',
  'vault_removed',
  'accept',
  'reject',
  'later',
  'edit',
  'forget',
  'import',
  'pack_removed',
  'restore',
  'job',
  'undo',
  'redo',
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** One entry of the append-only log. `values` fill the sentence that `messages/` has for its kind. */
export const Change = z.object({
  number: ChangeNumber,
  kind: ChangeKind,
  at: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  undoable: z.boolean(),
  undone: z.boolean(),
});
export type Change = z.infer<typeof Change>;
