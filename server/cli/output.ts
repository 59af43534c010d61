import process from 'node:process';
import { ZodError } from 'zod';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import { faultWords } from '../boot/fault-words.ts';

export type Language = 'ru' | 'en';

/** Exit codes of the contract. */
export const exit = { done: 0, failed: 1, usage: 2 } as const;

/** `SCENEFIELD_LANG`, else `LANG`: Russian where it says so, English otherwise. */
export function commandLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const said = env['SCENEFIELD_LANG'] ?? env['LC_ALL'] ?? env['LANG'] ?? '';
  return said.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

export interface Output {
  /** The one answer of a command: JSON with `--json`, else the lines made for people. */
  answer(data: object, lines: () => readonly string[]): void;
  /** Talk: standard error only. */
  say(line: string): void;
  fail(error: unknown): void;
}

export function createOutput(isJson: boolean, language: Language): Output {
  return {
    answer(data, lines) {
      process.stdout.write(isJson ? `${JSON.stringify(data)}\n` : `${lines().join('\n')}\n`);
    },
    say(line) {
      process.stderr.write(`${line}\n`);
    },
    fail(error) {
      const said = explain(error, language);
      // What no table has words for is worth its own words too, on standard error.
      if (said.code === 'internal') process.stderr.write(`${detailOf(error)}\n`);
      if (isJson)
        process.stdout.write(
          `${JSON.stringify({ ...said.more, error: { code: said.code, message: said.message, cure: said.cure } })}\n`,
        );
      else process.stderr.write([...said.lines, said.message, said.cure, ''].join('\n'));
    },
  };
}

/** What happened and what to do, in the person's language. Values that a script may want stand beside the error. */
function explain(error: unknown, language: Language) {
  const fault =
    faultIn(error) ?? new AppError('internal', { values: { detail: textOf(error) }, cause: error });
  const { code, what, cure } = faultWords(fault, language);
  const problems = problemsOf(fault);
  const more = { ...candidatesOf(fault), ...(problems.length > 0 && { problems }) };
  const lines = problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  return { code, message: what, cure, more, lines };
}

/** The fault itself, out of whatever carried it; input that no procedure takes is the caller's. */
function faultIn(error: unknown): AppError | null {
  if (isAppError(error)) return error;
  if (error instanceof ZodError) return new AppError('bad_input', { cause: error });
  return error instanceof Error && error.cause !== undefined ? faultIn(error.cause) : null;
}

/** What is wrong with a file, by line. */
function problemsOf({ values: { problems } }: AppError) {
  return (Array.isArray(problems) ? problems : []).map((problem) => {
    const [, line, column, message] = /^(\d+):(\d+) (.*)$/s.exec(String(problem)) ?? [];
    return { line: Number(line ?? 1), column: Number(column ?? 1), message: message ?? String(problem) };
  });
}

/** Several scenes of one title: the contract names them as data. */
function candidatesOf(fault: AppError): object {
  const { candidates } = fault.values;
  return typeof candidates === 'string' ? { candidates: JSON.parse(candidates) as unknown } : {};
}

/** The chain of causes, innermost last. */
function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ← ${detailOf(error.cause)}`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
