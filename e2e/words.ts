import { createTranslator } from 'use-intl/core';
import { type Messages, messagesFor } from '../messages/index.ts';

export type Language = 'ru' | 'en';

/** The page's own words: tests find what a person sees, in the language that the person reads. */
export function wordsOf(language: Language) {
  return createTranslator<Messages>({ locale: language, messages: messagesFor(language) });
}

export type Words = ReturnType<typeof wordsOf>;

/** A message in which anything may stand for its values, each a group: `Accepted: {from} → {to}` is `^Accepted: (.+) → (.+)$`. */
export function likeMessage(message: string): RegExp {
  const parts = message.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('(.+)')}$`);
}
