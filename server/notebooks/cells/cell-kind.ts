import type { z } from 'zod';
import type { CellProblem } from '../../../graph-schema/views/cells/cell-problem.ts';
import type { Table } from '../../../graph-schema/views/cells/table.ts';
import type { GapsView } from '../../../graph-schema/views/gap.ts';
import type { FormulaAnswer } from '../../../graph-schema/views/formula-view.ts';
import type { InputKind, InputOf, ResultOf } from '../../../graph-schema/views/notebook-view.ts';
import type { Proposal, ProposalKind } from '../../../graph-schema/proposal.ts';
import type { SearchHit } from '../../../graph-schema/views/search-hit.ts';
import type { Field } from '../../field/create-field.ts';
import type { TypedReads } from '../../graph/graph.ts';
import type { ExportedPack } from '../../packs/export-pack.ts';
import type { PackSelection } from '../../packs/select-scenes.ts';

/** What a cell may ask the field for; handed in, so that this room knows no other's Cypher. */
export interface CellDoor {
  reads: TypedReads;
  field: Pick<Field, 'load' | 'view'>;
  /** id of the scene of this title. @throws AppError not_found, ambiguous_title */
  sceneByTitle(title: string): Promise<string>;
  /** id of the vault of this name or id. @throws AppError vault_not_found */
  vaultByName(name: string): Promise<string>;
  /** ids of the root scenes with this tag, or one below it */
  tagged(tag: string): Promise<string[]>;
  search(input: { text: string; limit: number; mode: 'fused' }): Promise<{ hits: SearchHit[] }>;
  formulas: { evaluate(input: { text: string }): Promise<FormulaAnswer> };
  gaps: {
    list(input: { vaultId?: string | undefined; limit: number; wait: boolean }): Promise<GapsView>;
  };
  proposals: {
    list(input: {
      state: 'pending';
      kind?: ProposalKind | undefined;
      sceneId?: string | undefined;
      across?: boolean | undefined;
      limit: number;
      offset: number;
    }): Promise<{ proposals: Proposal[] }>;
    /** Looks for more and waits until it is done. */
    ask(
      input: { kind?: ProposalKind | undefined; sceneId?: string | undefined },
      signal: AbortSignal,
    ): Promise<void>;
  };
  packs: {
    export(selection: PackSelection): Promise<Omit<ExportedPack, 'text'>>;
  };
  /** ids of the models that turn words into meaning now */
  models(): readonly string[];
}

export interface RunContext {
  door: CellDoor;
  /** what the cells came to that this one uses, by name */
  used: ReadonlyMap<string, Table>;
  signal: AbortSignal;
}

/** A problem beside a result: the result shows where it lies. */
export interface CellOutcome<K extends InputKind> {
  result?: ResultOf<K>;
  /** for the cells that use it */
  table?: Table;
  problem?: CellProblem;
  /** of what was drawn by chance */
  seed?: number;
}

/** One kind of cell. */
export interface CellKind<K extends InputKind> {
  kind: K;
  schema: z.ZodType<InputOf<K>>;
  /** What its result depends on besides its input: it is stale once the field, or the model of meanings, has changed. */
  inputs: readonly ('field' | 'model')[];
  /** which field of the input holds its words; in a file they stand below the fence's line */
  words: (keyof InputOf<K> & string) | null;
  /** Names of cells whose results it takes. */
  uses(input: InputOf<K>): string[];
  /** null: there is nothing to run. Faults of the field are thrown, what a person can mend is a problem. */
  run: ((input: InputOf<K>, context: RunContext) => Promise<CellOutcome<K>>) | null;
}
