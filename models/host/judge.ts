import type { JudgeWork } from './protocol.ts';

export interface Judge {
  /** False when the signal aborted: looked at between chunks of a prompt. */
  judge(
    work: JudgeWork,
    signal: AbortSignal,
    onShares: (index: number, shares: number[], tokens: number) => void,
  ): Promise<boolean>;
}
