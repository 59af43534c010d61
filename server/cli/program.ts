import { Command } from 'commander';
import { messagesFor } from '../../messages/index.ts';
import type { CommandContext } from './command-context.ts';
import { addAskCommand } from './commands/ask-command.ts';
import { addDoctorCommand } from './commands/doctor-commands.ts';
import { addEvalCommands } from './commands/eval-commands.ts';
import { addExportCommand } from './commands/export-command.ts';
import { addFieldCommands } from './commands/field-commands.ts';
import { addFormulaCommands } from './commands/formula-commands.ts';
import { addModelCommands } from './commands/model-commands.ts';
import { addNotebookCommands } from './commands/notebook-commands.ts';
import { addPackCommands } from './commands/pack-commands.ts';
import { addProposalCommands } from './commands/proposal-commands.ts';
import { addVaultCommands } from './commands/vault-commands.ts';
import type { Session } from './session.ts';

/** Every command there is, each with its line of help in the person's language. */
export function createProgram(
  context: CommandContext,
  session: Pick<Session, 'version' | 'doctor' | 'withModels'>,
): Command {
  const program = new Command('scenefield').exitOverride().version(session.version);
  addDoctorCommand(program, context, session.doctor);
  addModelCommands(program, context);
  addVaultCommands(program, context);
  addFieldCommands(program, context);
  addAskCommand(program, context);
  addFormulaCommands(program, context);
  addProposalCommands(program, context);
  addEvalCommands(program, context, session.withModels);
  addExportCommand(program, context);
  addNotebookCommands(program, context);
  addPackCommands(program, context);
  describe(program, messagesFor(context.language).commands);
  return program;
}

/** `proposals accept` is told by the words `proposals_accept`. */
function describe(command: Command, words: Readonly<Record<string, string>>, above = ''): void {
  const key = `${above}${command.name()}`;
  command.description(words[key] ?? '');
  const within = command.parent === null ? '' : `${key}_`;
  for (const each of command.commands) describe(each, words, within);
}
