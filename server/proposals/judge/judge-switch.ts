import type { JudgeWay } from '../../../models/tasks/judge-links.ts';
import type { VerdictScale } from './verdict-weight.ts';

/** A judge that a person switched on for a vault after its test showed that it pays there. */
export interface JudgeSwitch extends VerdictScale {
  vaultId: string;
  /** whose verdicts were tested: another model's count for nothing until it is tested itself */
  model: string;
  way: JudgeWay;
  /** of the prompts that were tested */
  version: string;
}
