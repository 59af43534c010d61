import { createTranslator } from 'use-intl/core';
import type { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import { messagesFor } from '../../messages/index.ts';
import type { FileProblem } from './file/file-problem.ts';

type Language = 'ru' | 'en';

/** What keeps a cell from its result, in a line. */
export function cellProblemWords({ code, values, fault }: CellProblem, language: Language): string {
  const t = createTranslator({ locale: language, messages: messagesFor(language) });
  if (code === 'fault') return t(`errors.${fault ?? 'internal'}.what`, texts(values));
  return `${t(`notebook.problems.${code}.what`, values)} ${t(`notebook.problems.${code}.cure`, values)}`;
}

/** What is wrong with a notebook's file, in a line. */
export function fileProblemWords({ code, values }: FileProblem, language: Language): string {
  const t = createTranslator({ locale: language, messages: messagesFor(language) });
  return t(`notebookFile.${code}`, values);
}

function texts(values: CellProblem['values']): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
