import process from 'node:process';
import { text } from 'node:stream/consumers';
import { InvalidArgumentError } from 'commander';

export function wholeNumber(value: string): number {
  if (!/^-?\d+$/.test(value)) throw new InvalidArgumentError('a whole number is wanted');
  return Number(value);
}

export function share(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number < 1)) throw new InvalidArgumentError('a number between 0 and 1 is wanted');
  return number;
}

/** An option that may be repeated. */
export function collect<T>(parse: (value: string) => T) {
  return (value: string, before: readonly T[] | undefined): T[] => [...(before ?? []), parse(value)];
}

export async function readStandardInput(): Promise<string> {
  return process.stdin.isTTY ? '' : text(process.stdin);
}
