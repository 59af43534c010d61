import type { Token } from 'node-llama-cpp';
import { expect, test } from 'vitest';
import { createChooseSequence } from './choose-sequence.ts';

/** A sequence that knows the last prompt it was given. */
function createMemory(name: string) {
  const memory = {
    name,
    read: '',
    compareContextTokens: (prompt: Token[]) => {
      const other = [...memory.read].findIndex((letter, at) => letter !== asText(prompt)[at]);
      return { firstDifferentIndex: other < 0 ? memory.read.length : other };
    },
  };
  return memory;
}
const asText = (prompt: Token[]) => prompt.map((token) => String.fromCodePoint(token)).join('');
const asTokens = (text: string) => [...text].map((letter) => letter.codePointAt(0) as Token);

test('two tasks in turn do not make each other read their examples again', () => {
  const choose = createChooseSequence([createMemory('a'), createMemory('b')]);
  const ask = (text: string) => {
    const chosen = choose(asTokens(text));
    if (chosen) chosen.read = text;
    return chosen?.name;
  };
  expect(ask('<chat> reasons: one')).toBe('a');
  expect(ask('<chat> drafts, with examples: one')).toBe('b');
  expect(ask('<chat> reasons: two')).toBe('a');
  expect(ask('<chat> drafts, with examples: two')).toBe('b');
  expect(ask('<chat> something else altogether')).toBe('a');
});
