import { createTranslator } from 'use-intl/core';
import { type ErrorCode, errorCodes } from '../../graph-schema/app-error.ts';
import type { Stage } from '../../graph-schema/views/stage.ts';
import { messagesFor } from '../../messages/index.ts';

export interface FaultWords {
  code: ErrorCode;
  /** what happened and what was kept */
  what: string;
  /** what to do */
  cure: string;
}

/** A fault in a person's language; a code that no table knows is `internal`. */
export function faultWords(
  { code, values }: { code: string; values: Readonly<Record<string, unknown>> },
  language: 'ru' | 'en',
): FaultWords {
  const known = errorCodes.find((one) => one === code) ?? 'internal';
  const t = createTranslator({ locale: language, messages: messagesFor(language) });
  const plain = plainValues(values);
  return { code: known, what: t(`errors.${known}.what`, plain), cure: t(`errors.${known}.cure`, plain) };
}

/** Why a stage failed and what cures it; null where nothing is wrong. */
export function wordsOfStage(
  { cause, values }: Pick<Stage, 'cause' | 'values'>,
  language: 'ru' | 'en',
): FaultWords | null {
  return cause === undefined ? null : faultWords({ code: cause, values: values ?? {} }, language);
}

/** Values as a sentence takes them: lists joined, the rest as text. */
function plainValues(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}
