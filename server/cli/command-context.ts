import { Command } from 'commander';
import type { Job } from '../../graph-schema/job.ts';
import { AppError, type ErrorCode } from '../../graph-schema/app-error.ts';
import type { FieldCaller } from './field-caller.ts';
import { createOutput, exit, type Language, type Output } from './output.ts';

/** What a command needs running: `field` = Neo4j and all, `models` = the model host alone. */
export type Need = 'field' | 'models';

export interface CommandContext {
  language: Language;
  /** Finds the running app, or starts just what is needed in this process, and stops it afterwards. */
  withField<T>(need: Need, work: (field: FieldCaller) => Promise<T>): Promise<T>;
  setExit(code: number): void;
}

export interface Call {
  output: Output;
  context: CommandContext;
}

/** A command with `--json`: its answer printed once, its fault turned into words and exit 1. */
export function addCommand<Args extends unknown[]>(
  parent: Command,
  usage: string | { usage: string; isDefault: true },
  context: CommandContext,
  work: (call: Call, ...args: Args) => Promise<void>,
): Command {
  const named =
    typeof usage === 'string' ? parent.command(usage) : parent.command(usage.usage, { isDefault: true });
  return named
    .option('--json')
    .exitOverride()
    .action(async (...args: unknown[]) => {
      const command = args.at(-1) as Command;
      const output = createOutput(command.optsWithGlobals()['json'] === true, context.language);
      try {
        await work({ output, context }, ...(args.slice(0, -1) as Args));
      } catch (error) {
        output.fail(error);
        context.setExit(exit.failed);
      }
    });
}

/** Waits for a job wherever it runs, saying its progress; a failed one becomes its fault. */
export async function finishJob(field: FieldCaller, job: Job, output: Output): Promise<Job> {
  let current = job;
  let said = '';
  while (current.state === 'queued' || current.state === 'running' || current.state === 'paused') {
    await new Promise((resolve) => setTimeout(resolve, 150));
    current = await field.jobs.read({ id: current.id });
    const line = `${current.name} ${current.about} ${current.done}/${current.total ?? '…'}`;
    if (line !== said) output.say(line);
    said = line;
  }
  if (current.state === 'cancelled') throw new AppError('cancelled');
  if (current.state === 'failed') {
    const fault = current.error ?? { code: 'internal', values: {} };
    throw new AppError(fault.code as ErrorCode, { values: fault.values as Record<string, string> });
  }
  return current;
}
