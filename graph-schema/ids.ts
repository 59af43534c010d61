import { z } from 'zod';

/** Ids are ours, stable, opaque strings; a brand keeps one kind from standing where another belongs. */
const id = <B extends string>() => z.string().min(1).max(200).brand<B>();

export const VaultId = id<'VaultId'>();
export type VaultId = z.infer<typeof VaultId>;
export const SourceId = id<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;
export const SceneId = id<'SceneId'>();
export type SceneId = z.infer<typeof SceneId>;
export const PassageId = id<'PassageId'>();
export type PassageId = z.infer<typeof PassageId>;
export const ConceptId = id<'ConceptId'>();
export type ConceptId = z.infer<typeof ConceptId>;
export const LinkId = id<'LinkId'>();
export type LinkId = z.infer<typeof LinkId>;
export const ProposalId = id<'ProposalId'>();
export type ProposalId = z.infer<typeof ProposalId>;
export const RegionId = id<'RegionId'>();
export type RegionId = z.infer<typeof RegionId>;
export const JobId = id<'JobId'>();
export type JobId = z.infer<typeof JobId>;
export const PackId = id<'PackId'>();
export type PackId = z.infer<typeof PackId>;
export const NotebookId = id<'NotebookId'>();
export type NotebookId = z.infer<typeof NotebookId>;
export const CellId = id<'CellId'>();
export type CellId = z.infer<typeof CellId>;

/** Number of an entry in the change log: 1, 2, 3 … */
export const ChangeNumber = z.int().positive();
export type ChangeNumber = z.infer<typeof ChangeNumber>;
