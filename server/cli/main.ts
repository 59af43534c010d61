import { CommanderError } from 'commander';
import { createSession } from './session.ts';
import type { CommandContext } from './command-context.ts';
import { commandLanguage, createOutput, exit } from './output.ts';
import { createProgram } from './program.ts';

/** Runs one `scenefield` command; resolves to its exit code: 0 done, 1 failed, 2 wrong usage. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  let code: number = exit.done;
  const language = commandLanguage(env);
  const session = createSession(env);
  const context: CommandContext = { language, withField: session.withField, setExit: (to) => (code = to) };

  const program = createProgram(context, session);

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
