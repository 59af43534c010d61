import type { JudgedNote } from '../../../models/tasks/judge-links.ts';
import type { CorpusNote } from '../signals/corpus.ts';

/** A note as the judge may see it: its passages, since `text` still holds what `hideLinks` took out. */
export function judgedNote({ title, passages }: CorpusNote): JudgedNote {
  return { title, text: passages.map(({ text }) => text).join('\n') };
}
