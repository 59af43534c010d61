import { Command, CommanderError } from 'commander';
import { createSession } from './session.ts';
import { addDoctorCommand } from './commands/doctor-commands.ts';
import { addEvalCommands } from './commands/eval-commands.ts';
import { addFieldCommands } from './commands/field-commands.ts';
import { addModelCommands } from './commands/model-commands.ts';
import { addPackCommands } from './commands/pack-commands.ts';
import { addProposalCommands } from './commands/proposal-commands.ts';
import { addVaultCommands } from './commands/vault-commands.ts';
import type { CommandContext } from './command-context.ts';
import { commandLanguage, createOutput, exit } from './output.ts';

/** Runs one `scenefield` command; resolves to its exit code: 0 done, 1 failed, 2 wrong usage. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  let code: number = exit.done;
  const language = commandLanguage(env);
  const session = createSession(env);
  const context: CommandContext = { language, withField: session.withField, setExit: (to) => (code = to) };

  const program = new Command('scenefield').exitOverride().version(session.version);
  addDoctorCommand(program, context, session.doctor);
  addModelCommands(program, context);
  addVaultCommands(program, context);
  addFieldCommands(program, context);
  addProposalCommands(program, context);
  addEvalCommands(program, context, session.withModels);
  addPackCommands(program, context);

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
    createOutput(args.includes('--json'), language).fail(error);
    return exit.failed;
  } finally {
    await session.close();
  }
  return code;
}
