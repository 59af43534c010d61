/** Every label we write. Erase and vault removal touch nodes of these labels that carry our `id` only. */
export const labels = [
  'Vault',
  'Source',
  'Scene',
  'Passage',
  'Concept',
  'Region',
  'Proposal',
  'Notebook',
  'Cell',
  'Change',
  'Job',
  'View',
  'Pack',
  'Migration',
  'Counter',
  'FieldCopy',
] as const;
export type Label = (typeof labels)[number];
