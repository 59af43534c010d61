import type { Logger } from 'pino';
import type { TriedEndpoint } from '../../models/endpoint/try-endpoint.ts';
import type { Models } from '../../models/models.ts';
import type { Change } from '../../graph-schema/change.ts';
import type { SceneId } from '../../graph-schema/ids.ts';
import type { Job } from '../../graph-schema/job.ts';
import type { RelationKind } from '../../graph-schema/link-kinds.ts';
import type { Proposal, ProposalKind, ProposalState } from '../../graph-schema/proposal.ts';
import type { Coverage } from '../../graph-schema/views/coverage.ts';
import type { EndpointInput, EndpointView } from '../../graph-schema/views/endpoint-view.ts';
import type { Addition, ExportFolder, ExportSelection } from '../../graph-schema/views/export-view.ts';
import type { AlikeView } from '../../graph-schema/views/alike-view.ts';
import type { ChangedView } from '../../graph-schema/views/changed-view.ts';
import type { FieldView } from '../../graph-schema/views/field-view.ts';
import type { PathView } from '../../graph-schema/views/path-view.ts';
import type { FormulaAnswer, KeptFormula } from '../../graph-schema/views/formula-view.ts';
import type { BatchPreview } from '../../graph-schema/views/batch-preview.ts';
import type { AcceptancePreview, GapsView, MatrixProgress } from '../../graph-schema/views/gap.ts';
import type { Table } from '../../graph-schema/views/cells/table.ts';
import type { CellInput, NotebookView } from '../../graph-schema/views/notebook-view.ts';
import type { JudgesView } from '../../graph-schema/views/judge-view.ts';
import type { JoinView } from '../../graph-schema/views/join-view.ts';
import type { Kept } from '../../graph-schema/views/kept.ts';
import type { AxisView, Measure, MeasureView, Pole } from '../../graph-schema/views/lens-view.ts';
import type { PackPreview, PackProblem } from '../../graph-schema/views/pack-view.ts';
import type { LearningView } from '../../graph-schema/views/learning-view.ts';
import type { RegionSaid, RegionView } from '../../graph-schema/views/region-view.ts';
import type { SceneView } from '../../graph-schema/views/scene-view.ts';
import type {
  FolderListing,
  ModelView,
  SettingsChange,
  SettingsView,
  VaultView,
} from '../../graph-schema/views/settings-view.ts';
import type { Stage } from '../../graph-schema/views/stage.ts';
import type { Editing } from '../editing/create-editing.ts';
import type { Conversations } from '../conversation/create-conversations.ts';
import type { ExportedPack } from '../packs/export-pack.ts';
import type { PackSelection } from '../packs/select-scenes.ts';
import type { ExportInput } from '../exports/export-work.ts';
import type { Period } from '../field/changed-between.ts';
import type { ViewInput } from '../field/field-view.ts';
import type { Graph } from '../graph/graph.ts';
import type { CellEdit, Saved } from '../notebooks/edit-notebook.ts';
import type { FileProblem } from '../notebooks/file/file-problem.ts';
import type { RunReport } from '../notebooks/file/run-file.ts';
import type { FileComparison, FileInput } from '../notebooks/file/take-file.ts';
import type { ShippedNotebook } from '../notebooks/shipped.ts';
import type { WhichCells } from '../notebooks/run-queue.ts';
import type { Mentions } from '../mentions/create-mentions.ts';
import type { FieldEvents, Jobs } from '../jobs/jobs.ts';
import type { ProposedPair } from '../proposals/index.ts';
import type { Keeping } from '../kept/keep-named.ts';
import type { SearchResult } from '../search/search.ts';
import type { VaultImage } from '../vault/image.ts';
import type { SceneBy } from '../vault/read-scene.ts';

type Language = 'ru' | 'en';
type Changed = { id: string; state: ProposalState }[];

/**
 * Everything the page and the command may ask for, composed once at start from the rooms' own functions.
 * Until a capability's stage is done it throws `stage_not_ready`.
 */
export interface Services {
  log: Logger;
  graph(): Graph;
  models: Models;
  jobs: Jobs;
  readJob(id: string): Promise<Job>;
  events: FieldEvents;
  stages: { list(): Stage[]; retry(name: Stage['name']): Promise<void> };
  settings: { view(): Promise<SettingsView>; update(change: SettingsChange): Promise<SettingsView> };
  /** Whether a model judges links, vault by vault. */
  judge: {
    view(): Promise<JudgesView>;
    test(vaultId: string): Promise<Job>;
    turn(input: { vaultId: string; isOn: boolean }): Promise<JudgesView>;
  };
  /** Models on a server over HTTP. */
  endpoints: {
    view(): Promise<EndpointView[]>;
    try(input: EndpointInput, signal: AbortSignal): Promise<TriedEndpoint>;
    use(input: EndpointInput & { agrees: boolean }): Promise<void>;
    agree(address: string): Promise<void>;
    forgetKey(address: string): Promise<void>;
  };
  vaults: {
    list(): Promise<VaultView[]>;
    browse(path?: string): Promise<{ listing: FolderListing; recent: string[] }>;
    /** Starts an `ingest` job; regions, positions and (unless `embed` is false) vectors follow it. */
    open(input: { path: string; name?: string | undefined; embed?: boolean }): Promise<Job>;
    /** Every file, what was taken from it and what was not. */
    coverage(name: string): Promise<Coverage>;
    remove(input: { name: string; dryRun: boolean }): Promise<{ removed: Record<string, number> }>;
  };
  /** A picture of a vault, for `/api/image`. */
  image(input: { vaultId: string; from: string; target: string }): Promise<VaultImage>;
  scene(input: SceneBy): Promise<SceneView>;
  field: {
    /** Begins to open what an earlier run kept of it; the graph need not be there yet. */
    openAhead(): void;
    view(input: ViewInput): Promise<FieldView>;
    /** What came in a period, by the dates of the notes. `vault`: name or id. */
    changed(input: Period & { vault?: string | undefined }): Promise<ChangedView>;
    /** How scenes are connected, in the order they are given; `through`: also by way of that region. */
    paths(input: { ids: string[]; through?: string | undefined }): Promise<PathView[]>;
    renameRegion(input: { id: string; name: string }): Promise<void>;
    /** Figures of the scenes that the view of the same input shows. */
    measure(input: ViewInput & { measure: Measure }): Promise<MeasureView>;
    /** The same scenes between two poles. @throws AppError not_found (a pole) */
    axis(input: ViewInput & { from: Pole; to: Pole }): Promise<AxisView>;
    /** What lies nearest to a scene by meaning; `isUnlinked`: only what no link joins to it. */
    alike(input: { id: string; count: number; isUnlinked: boolean }): Promise<AlikeView>;
    /** Who says that two scenes are linked, and why. @throws AppError not_found */
    join(input: { from: string; to: string }): Promise<JoinView>;
    /** @throws AppError not_found */
    regionView(id: string): Promise<RegionView>;
    /** What its notes say, which takes longer. @throws AppError not_found */
    regionSaid(id: string): Promise<RegionSaid>;
    regions(input: { vault?: string | undefined }): Promise<{
      regions: {
        id: string;
        name: string;
        scenes: number;
        describes: string[];
        main: { id: string; title: string }[];
      }[];
      modularity: number;
    }>;
  };
  /** `vaultId`: in one vault. */
  search(input: {
    text: string;
    limit: number;
    mode: 'text' | 'vector' | 'fused';
    vaultId?: string | undefined;
  }): Promise<SearchResult>;
  /** Questions kept under a name; each change can be undone. */
  searches: KeptThings;
  /** Views of the field kept under a name, as the part of the address after `?`. */
  views: KeptThings;
  suggest(input: {
    text: string;
    limit: number;
    vaultId?: string | undefined;
  }): Promise<{ id: string; title: string; state: string; path: string | null }[]>;
  mentions: Mentions;
  /** The algebra of scenes. */
  formulas: {
    /** What is wrong with a formula is an answer. `vault`: only its scenes are found. @throws AppError vault_not_found */
    evaluate(input: { text: string; vault?: string | undefined }): Promise<FormulaAnswer>;
    list(): Promise<KeptFormula[]>;
    /** As a scene; with `id` the one that is there is worked out anew. @throws AppError not_found, bad_input */
    keep(input: {
      id?: string | undefined;
      title: string;
      text: string;
    }): Promise<{ id: SceneId; number: number }>;
    remove(id: string): Promise<{ number: number }>;
  };
  /** What a person does to the field by hand; each act one change, which an undo names. */
  editing: Editing;
  /** Talks with the field, and answers to single questions. */
  conversation: Conversations;
  gaps: {
    list(input: {
      vaultId?: string | undefined;
      limit: number;
      wait?: boolean | undefined;
      language?: Language | undefined;
    }): Promise<GapsView>;
    /** What accepting these proposals would do. */
    preview(input: {
      ids: string[];
      regions: [string, string] | null;
      vaultId?: string | undefined;
    }): Promise<AcceptancePreview>;
    /** The fewest acceptances that join the most, best first. */
    plan(input: { most: number; vaultId?: string | undefined }): Promise<{ id: string; title: string }[]>;
    /** Ids of the pending proposals that would join something, what a plan takes first. */
    joining(input: { vaultId?: string | undefined }): Promise<string[]>;
    /** What decisions joined; null while what is wanting is not worked out. */
    decided(input: { vaultId?: string | undefined }): Promise<MatrixProgress | null>;
    /** The insight trigger matrix as YAML; waits for the figures. */
    matrix(input: { vaultId?: string | undefined }): Promise<{ text: string; fileName: string }>;
    /** What became of an earlier matrix. @throws AppError bad_input */
    progress(input: { text: string; vaultId?: string | undefined }): Promise<MatrixProgress>;
    keepZone(input: { name: string; sceneIds: string[] }): Promise<{ number: number }>;
    keepOffered(input: { language: Language; vaultId?: string | undefined }): Promise<{ number: number }>;
    removeZone(id: string): Promise<{ number: number }>;
    /** What a person says of two regions (nothing to join) or a missing scene (need not be written), or no longer says. @throws AppError not_found */
    keepSettled(input: { of: [string] | [string, string]; isSettled: boolean }): Promise<{ number: number }>;
  };
  proposals: {
    list(input: {
      state: ProposalState;
      kind?: ProposalKind | undefined;
      sceneId?: string | undefined;
      vault?: string | undefined;
      across?: boolean | undefined;
      limit: number;
      offset: number;
    }): Promise<{ proposals: Proposal[]; counts: Record<ProposalState, number> }>;
    read(id: string): Promise<Proposal>;
    propose(input: {
      kind?: ProposalKind | undefined;
      sceneId?: string | undefined;
      vault?: string | undefined;
      regionId?: string | undefined;
      toRegionId?: string | undefined;
      limit?: number;
      again?: string | undefined;
    }): Promise<Job>;
    draft(sceneId: string): Promise<Job>;
    /** One link that a person asked for, into the queue; null: the two have no words in common to quote. @throws AppError not_found */
    pair(input: { from: string; to: string }): Promise<ProposedPair | null>;
    /** What deciding these together would change. */
    preview(ids: string[]): Promise<BatchPreview>;
    /** Several together are one change. */
    accept(ids: string[]): Promise<Changed>;
    reject(ids: string[], reason: string | null): Promise<Changed>;
    later(ids: string[]): Promise<Changed>;
    edit(input: {
      id: string;
      relation?: RelationKind | undefined;
      turn?: boolean | undefined;
    }): Promise<Proposal>;
    /** What the decisions taught, and making it no longer count (undoable). */
    learned(): Promise<LearningView>;
    forget(): Promise<{ forgotten: number }>;
    /** Whether decisions that came with packs teach too. */
    learnFromPacks(learns: boolean): Promise<LearningView>;
  };
  history: {
    list(input: { limit: number; nodeId?: string | undefined }): Promise<Change[]>;
    undo(input: {
      count: number;
      number?: number | undefined;
      cascade: boolean;
      decisions?: boolean | undefined;
    }): Promise<{ changes: Change[]; changed: Changed }>;
    redo(input: { count: number }): Promise<{ changes: Change[]; changed: Changed }>;
  };
  notebooks: {
    list(): Promise<{ id: string; title: string; updatedAt: string; cells: number }[]>;
    read(id: string): Promise<NotebookView>;
    /** More rows of what a cell came to. */
    rows(input: { notebookId: string; cellId: string; offset: number; limit: number }): Promise<Table>;
    create(title: string): Promise<NotebookView>;
    rename(input: { id: string; title: string }): Promise<NotebookView>;
    delete(id: string): Promise<void>;
    addCell(input: {
      notebookId: string;
      after: string | null;
      input: CellInput;
      name?: string | null | undefined;
    }): Promise<NotebookView>;
    /** Where another window changed the cell meanwhile, this edit becomes a cell of its own. */
    saveCell(input: CellEdit): Promise<Saved>;
    moveCell(input: { notebookId: string; cellId: string; by: -1 | 1 }): Promise<NotebookView>;
    removeCell(input: { notebookId: string; cellId: string }): Promise<NotebookView>;
    restoreCell(input: { notebookId: string; cellId: string }): Promise<NotebookView>;
    /** As a readable file. */
    write(id: string): Promise<{ text: string; fileName: string }>;
    /** What reading a file in would do. */
    compare(input: FileInput): Promise<FileComparison | { problems: FileProblem[] }>;
    /** Reads a file in; nothing of it is run. */
    take(input: FileInput): Promise<NotebookView | { problems: FileProblem[] }>;
    /** Runs a file's cells and keeps nothing. */
    runFile(input: {
      text: string;
      language: Language;
      signal: AbortSignal;
    }): Promise<RunReport | { problems: FileProblem[] }>;
    /** The notebooks that the product ships. */
    shipped(language: Language): Promise<ShippedNotebook[]>;
    openShipped(input: { id: string; language: Language }): Promise<NotebookView>;
    /** Queues the cells and answers; what comes of them is told by the event stream. */
    run(input: { id: string } & WhichCells): Promise<NotebookView>;
    stop(id: string): Promise<NotebookView>;
  };
  packs: {
    starters(language: Language): Promise<{ id: string; title: string; about: string; scenes: number }[]>;
    openStarter(input: { id: string; language: Language }): Promise<void>;
    list(): Promise<{ id: string; name: string; digest: string; importedAt: string; scenes: number }[]>;
    preview(
      text: string,
    ): Promise<{ valid: true; preview: PackPreview } | { valid: false; problems: PackProblem[] }>;
    import(text: string): Promise<PackPreview>;
    export(selection: PackSelection): Promise<ExportedPack>;
    remove(id: string): Promise<void>;
  };
  exports: {
    /** An `export` job. @throws AppError export_empty, not_found */
    start(input: ExportInput): Promise<Job>;
    /** What a person here accepted and wrote, as Markdown, note by note. */
    additions(input: { selection: ExportSelection; language: Language }): Promise<Addition[]>;
    /** Ids that a reading statement of a person's own finds. @throws AppError query_refused, export_empty */
    ask(cypher: string, signal: AbortSignal): Promise<string[]>;
    folder(path: string): Promise<ExportFolder>;
    /** The file that a job made to be fetched. @throws AppError not_found */
    download(jobId: string): Promise<{ file: string; bytes: number }>;
  };
  backup(file: string): Promise<{ file: string; bytes: number; digest: string; seconds: number }>;
  restore(file: string): Promise<{ file: string; bytes: number; digest: string; seconds: number }>;
  listModels(): Promise<ModelView[]>;
  shareDatabase(): Promise<void>;
  renewKey(): Promise<void>;
  erase(): Promise<{ removed: Record<string, number> }>;
  diagnostics(): Promise<string>;
  quit(): Promise<void>;
}

/** What is kept under names; each change can be undone. */
export interface KeptThings {
  list(): Promise<Kept[]>;
  keep(input: { name: string; text: string }): Promise<Keeping>;
  rename(input: { id: string; name: string }): Promise<Keeping>;
  remove(id: string): Promise<Keeping>;
}
