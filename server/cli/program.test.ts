import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { messagesFor } from '../../messages/index.ts';
import { createProgram } from './program.ts';

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

test.each(['ru', 'en'] as const)('every command has its line of help: %s', (language) => {
  const notCalled = () => Promise.reject(new Error('help starts nothing'));
  const program = createProgram(
    { language, withField: notCalled, setExit: () => undefined },
    { version: '0', doctor: notCalled, withModels: notCalled },
  );
  const said = everyCommand(program).map((command) => command.description());
  expect(said.toSorted()).toEqual(Object.values(messagesFor(language).commands).toSorted());
});
