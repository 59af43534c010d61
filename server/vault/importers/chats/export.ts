import { type Importer, NotReadable } from '../importer.ts';
import { ChatGptConversation, chatGptTalks } from './chatgpt.ts';
import { ClaudeConversation, claudeTalks } from './claude.ts';
import { openExport } from './open-export.ts';
import { readJsonItems } from './read-json-items.ts';
import { type Talk, talkRendition } from './talk.ts';

/** Exports of ChatGPT and Claude, as the zip they come in or as its `conversations.json`. A zip without one gives nothing. */
export const chatExport: Importer = {
  takes: (path) => /(?:^|\/)conversations\.json$|\.zip$/i.test(path),
  async *read({ file, path }, signal) {
    const bytes = await openExport(file);
    if (bytes === null) return;
    let known = 0;
    for await (const { value } of readJsonItems(bytes, ['$.*'])) {
      signal?.throwIfAborted();
      const talks = talksOf(value, path);
      if (talks === null) continue;
      known += 1;
      for (const talk of talks) yield talkRendition(talk);
    }
    if (known === 0) throw new NotReadable('not_chat');
  },
};

/** Null for what is a conversation of neither. */
function talksOf(value: unknown, file: string): Talk[] | null {
  const chatGpt = ChatGptConversation.safeParse(value).data;
  if (chatGpt !== undefined) return chatGptTalks(chatGpt, file);
  const claude = ClaudeConversation.safeParse(value).data;
  return claude === undefined ? null : claudeTalks(claude, file);
}
