/**
 * What the rest of the product sees of models. Behind it is the model host (a forked child that owns node-llama-cpp) or, role by role, a server that
 * speaks OpenAI's language; requests queue by priority, are cancellable in mid-prompt, and are asked again when the host dies.
 */
/** `judge` has a model of its own only where one is chosen for it; else the writing model judges. */
export type Role = 'embed' | 'write' | 'judge';

/** A person waiting goes before all else and takes the turn from it; `soon` (words for what is on screen) goes before background work, after its present piece. */
export type Priority = 'person' | 'soon' | 'background';

/** What a piece of work is for. */
export const purposes = [
  'passages',
  'titles',
  'question',
  'reason',
  'draft',
  'answer',
  'judging',
  'command',
] as const;
export type Purpose = (typeof purposes)[number];

export interface AskOptions {
  priority?: Priority;
  signal?: AbortSignal;
  purpose?: Purpose;
}

export interface Embedding {
  /** one unit-length vector a text, in order */
  vectors: Float32Array[];
  model: string;
  dimensions: number;
}

export interface Generation {
  text: string;
  tokens: number;
  model: string;
  seconds: number;
}

export interface GenerateInput {
  system?: string;
  /** earlier turns that show what is wanted; those that stay the same from call to call are read once */
  examples?: readonly { prompt: string; answer: string }[];
  prompt: string;
  /** words that the answer begins with; they are not part of the text that comes back */
  answerStart?: string;
  maxTokens: number;
  seed: number;
  /** 0 is greedy; default 0 */
  temperature?: number;
  stop?: readonly string[];
  onText?: (piece: string) => void;
}

/** One question asked of several candidates. All that comes before a candidate is read once. */
export interface JudgeInput {
  system: string;
  /** what all candidates are held against */
  prefix: string;
  /** each candidate with the question after it, short */
  endings: readonly string[];
  /** words that the answer begins with; an endpoint is not given them */
  answerStart: string;
  /** what may be answered, told apart by their first letters */
  answers: readonly string[];
  /** the same for a reranker, which is asked no question: it scores each document for the query */
  ranking: { query: string; documents: readonly string[] };
}

export interface Judgement {
  /** for each ending the probability of each answer among the answers; sums to 1. A reranker's score is that of the first answer */
  shares: number[][];
  model: string;
  /** tokens that had to be read */
  promptTokens: number;
  seconds: number;
}

export type ModelState =
  | { state: 'none' }
  | { state: 'missing' }
  | { state: 'fetching'; bytes: number; totalBytes: number }
  | { state: 'loading' }
  | { state: 'ready' }
  | { state: 'failed'; code: string; values: Record<string, string | number> };

/** `sha256` of the weights; null for an endpoint, which does not show them */
export interface ModelIdentity {
  id: string;
  sha256: string | null;
}

export interface ModelPresence {
  role: Role;
  /** manifest id, the file's name for a GGUF by path, `model@host` for an endpoint; null when the role is switched off */
  id: string | null;
  state: ModelState;
  /** what it is doing now, for the top bar */
  doing: 'idle' | 'embedding' | 'writing' | 'judging';
  tokensPerSecond: number | null;
  paused: boolean;
  /** null while it is idle, or where who asked did not say */
  work: { purpose: Purpose | null; priority: Priority; seconds: number } | null;
  /** how many pieces of work wait for the same model host */
  waiting: number;
  /** resident memory of the model host, as it last said, bytes; null for an endpoint and before it said so */
  memory: number | null;
  /** background work takes all cores and gives way to nothing but a person's requests */
  hurried: boolean;
  /** whether what it says of a proposal is worth a look: the smallest model drafts and answers, and gives no reasons */
  reasons: boolean;
}

export interface Models {
  embed(texts: readonly string[], kind: 'query' | 'passage', options?: AskOptions): Promise<Embedding>;
  generate(input: GenerateInput, options?: AskOptions): Promise<Generation>;
  /** How probable each answer is; nothing is written. @throws AppError endpoint_nonsense where a server tells no probabilities */
  judge(input: JudgeInput, options?: AskOptions): Promise<Judgement>;
  /** exact number of tokens of a text in the role's vocabulary; an endpoint does not tell: `model_failed` */
  countTokens(role: Role, text: string): Promise<number>;
  presence(): ModelPresence[];
  /** What does the role's work, for what is kept with a proposal; null when the role is switched off. Hashes a GGUF by path once. */
  identity(role: Role): Promise<ModelIdentity | null>;
  /** Resolves when the role can be used; rejects with `model_not_ready` when it never will in this process. */
  ready(role: Role, signal?: AbortSignal): Promise<void>;
  pause(isPaused: boolean): void;
  /** Background work takes what the machine has, until it is told otherwise; the page may answer more slowly. */
  hurry(isHurried: boolean): void;
  /** Nobody but a person is served until the function that is given back is called: the processor is wanted for something that a person waits for. */
  giveWay(): () => void;
  onChange(listener: () => void): () => void;
  stop(): Promise<void>;
}
