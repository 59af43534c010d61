import { createTranslator } from 'use-intl/core';
import type { FormulaProblemView } from '../../graph-schema/views/formula-view.ts';
import { messagesFor } from '../../messages/index.ts';
import { formulaProblemCodes } from '../../scenes/formula/problem.ts';
import { problemValues } from '../../scenes/formula/problem-values.ts';

/** What is wrong with a formula and what would be right, in a person's language. @throws TypeError for a code that is none */
export function problemWords(
  { code, values }: Pick<FormulaProblemView, 'code' | 'values'>,
  language: 'ru' | 'en',
): { what: string; hint: string } {
  const known = formulaProblemCodes.find((each) => each === code);
  if (known === undefined) throw new TypeError(`no words for ${code}`);
  const t = createTranslator({ locale: language, messages: messagesFor(language) });
  const told = problemValues(
    { values },
    { language, signatureOf: (id) => t(`formulaFunctions.${id}.signature`) },
  );
  return { what: t(`formulaProblems.${known}.what`, told), hint: t(`formulaProblems.${known}.hint`, told) };
}
