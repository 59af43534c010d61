import { z } from 'zod';
import { CellId, NotebookId } from '../ids.ts';
import { CellProblem } from './cells/cell-problem.ts';
import { ChartInput, ChartResult } from './cells/chart.ts';
import { ConversationInput, ConversationResult } from './cells/conversation.ts';
import { CypherInput, CypherResult } from './cells/cypher.ts';
import { FormulaCellResult, FormulaInput } from './cells/formula.ts';
import { GapInput, GapResult } from './cells/gap.ts';
import { MapInput, MapResult } from './cells/map.ts';
import { PackInput, PackResult } from './cells/pack.ts';
import { ProposalsInput, ProposalsResult } from './cells/proposals.ts';
import { ProseInput, ProseResult } from './cells/prose.ts';
import { QuestionInput, QuestionResult } from './cells/question.ts';
import { SearchInput, SearchResult } from './cells/search.ts';

/** What a cell asks, by its kind. Everything but the kind has a default: `CellInput.parse({ kind })` is a fresh cell. */
export const CellInput = z.discriminatedUnion('kind', [
  ProseInput,
  SearchInput,
  QuestionInput,
  CypherInput,
  MapInput,
  FormulaInput,
  ProposalsInput,
  GapInput,
  ChartInput,
  PackInput,
  ConversationInput,
]);
export type CellInput = z.infer<typeof CellInput>;
export type InputKind = CellInput['kind'];
export type InputOf<K extends InputKind> = Extract<CellInput, { kind: K }>;

/** In the order in which they are offered. */
export const inputKinds = CellInput.options.map((option) => option.shape.kind.value);

export const CellResult = z.discriminatedUnion('kind', [
  ProseResult,
  SearchResult,
  QuestionResult,
  CypherResult,
  MapResult,
  FormulaCellResult,
  ProposalsResult,
  GapResult,
  ChartResult,
  PackResult,
  ConversationResult,
]);
export type CellResult = z.infer<typeof CellResult>;
export type ResultOf<K extends InputKind> = Extract<CellResult, { kind: K }>;

/**
 * `notRun`: it has no result; `fresh`: its result is of what it asks now; `stale`: it is not, and `staleBy` says why; `failed`: the last run met `problem`,
 * an earlier result may still be there. Text is always fresh.
 */
export const CellState = z.enum(['notRun', 'fresh', 'stale', 'failed', 'queued', 'running']);
export type CellState = z.infer<typeof CellState>;

/** What a result was made from. */
export const MadeFrom = z.object({
  /** change number of the field */
  change: z.int(),
  models: z.array(z.string()),
  seed: z.int().nullable(),
});

export const CellView = z.object({
  id: CellId,
  /** by which others use its result as `$name` */
  name: z.string().nullable(),
  input: CellInput,
  /** names that it uses */
  uses: z.array(z.string()),
  result: CellResult.nullable(),
  problem: CellProblem.nullable(),
  state: CellState,
  staleBy: z.enum(['input', 'field', 'used', 'model']).nullable(),
  ranAt: z.string().nullable(),
  seconds: z.number().nullable(),
  madeFrom: MadeFrom.nullable(),
  /** counts its edits: who saves on top of an older one is told */
  edition: z.int(),
});
export type CellView = z.infer<typeof CellView>;

export const NotebookView = z.object({
  id: NotebookId,
  title: z.string(),
  updatedAt: z.string(),
  cells: z.array(CellView),
});
export type NotebookView = z.infer<typeof NotebookView>;

/** How a cell's name may be written. */
export const cellName = /^[\p{L}_][\p{L}\p{N}_]{0,79}$/u;
