import { TRPCError } from '@trpc/server';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { commandLanguage, createOutput } from './output.ts';

afterEach(() => vi.restoreAllMocks());

function said(error: unknown): { error: { code: string; message: string; cure: string } } {
  const pieces: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((piece) => pieces.push(String(piece)) > 0);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  createOutput(true, 'ru').fail(error);
  return JSON.parse(pieces.join(''));
}

test('a fault is told with its own code, whatever carried it', () => {
  const fault = new AppError('vault_not_found');
  expect(said(new TRPCError({ code: 'NOT_FOUND', cause: fault })).error).toMatchObject({
    code: 'vault_not_found',
    message: 'Нет такой папки или хранилища.',
  });
});

test('what is wrong with a file is told by line, beside the error', () => {
  const fault = new AppError('pack_invalid', { values: { problems: ['111:5 dangling, id "x"'] } });
  expect(said(fault)).toMatchObject({
    error: { code: 'pack_invalid' },
    problems: [{ line: 111, column: 5, message: 'dangling, id "x"' }],
  });
});

test('input that no procedure takes is wrong input, and what nobody foresaw is internal', () => {
  const { error } = z.string().safeParse(1);
  expect(said(new TRPCError({ code: 'BAD_REQUEST', cause: error })).error.code).toBe('bad_input');
  expect(said(new Error('boom')).error.code).toBe('internal');
});

test('the language is the one that is asked for, else the system’s', () => {
  expect(commandLanguage({ SCENEFIELD_LANG: 'en', LANG: 'ru_RU.UTF-8' })).toBe('en');
  expect(commandLanguage({ LANG: 'ru_RU.UTF-8' })).toBe('ru');
  expect(commandLanguage({})).toBe('en');
});
