import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { type Importer, NotReadable } from '../importer.ts';
import { type JsonItem, readJsonItems } from './read-json-items.ts';
import { isoTime, partName, type Said, talkRendition } from './talk.ts';

const Piece = z.union([
  z.string(),
  z.looseObject({ type: z.string(), text: z.string(), href: z.string().optional() }),
]);
const Message = z.object({
  id: z.union([z.number(), z.string()]),
  type: z.string(),
  date: z.string(),
  date_unixtime: z.string().optional(),
  from: z.string().nullish(),
  from_id: z.string().nullish(),
  text: z.union([z.string(), z.array(Piece)]),
});
type Message = z.infer<typeof Message>;

/** Of one chat, or of all chats of an account. */
const paths = ['$.name', '$.messages.*', '$.chats.list.*.name', '$.chats.list.*.messages.*'];

interface Day {
  chat: string;
  day: string;
  messages: Message[];
}

/** Telegram Desktop's JSON: each day of each chat is a note, each message a turn. Messages without words, and what the service says, are left out. */
export const telegram: Importer = {
  takes: (path) => /(?:^|\/)result\.json$/i.test(path),
  async *read({ file, path }, signal) {
    let day: Day | null = null;
    let chat = '';
    let isTelegram = false;
    for await (const item of readJsonItems(createReadStream(file, { signal }), paths)) {
      if (item.key === 'name') {
        chat = typeof item.value === 'string' ? item.value : '';
        continue;
      }
      const message = Message.safeParse(item.value).data;
      if (message === undefined) continue;
      isTelegram = true;
      const next = dayOf(message, `${chat}${chatNumber(item)}`);
      if (next === null) continue;
      if (day !== null && (day.day !== next.day || day.chat !== next.chat)) {
        yield rendition(day, path);
        day = null;
      }
      day ??= { ...next, messages: [] };
      day.messages.push(message);
    }
    if (day !== null) yield rendition(day, path);
    if (!isTelegram) throw new NotReadable('not_chat');
  },
};

/** Two chats of one name are told apart by their place in the export. */
function chatNumber({ within }: JsonItem): string {
  const place = within.find((key) => typeof key === 'number');
  return within.includes('list') && place !== undefined ? ` (${Number(place) + 1})` : '';
}

function dayOf(message: Message, chat: string): { chat: string; day: string } | null {
  if (message.type !== 'message' || wordsOf(message).trim() === '') return null;
  return { chat, day: message.date.slice(0, 10) };
}

function rendition({ chat, day, messages }: Day, file: string) {
  const title = `${chat || 'Telegram'} ${day}`;
  const said = messages.map((message): Said => ({
    uid: null,
    speaker: message.from ?? message.from_id ?? '…',
    role: 'person',
    at: isoTime(message.date_unixtime === undefined ? `${message.date}Z` : Number(message.date_unixtime)),
    text: wordsOf(message),
  }));
  return talkRendition({ path: `${file}/${partName(title, '')}.md`, title, at: said[0]?.at ?? null, said });
}

/** Markdown of a message: Telegram gives its marks beside the words. */
function wordsOf({ text }: Message): string {
  if (typeof text === 'string') return text;
  return text
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.type === 'bold') return `**${piece.text}**`;
      if (piece.type === 'italic') return `*${piece.text}*`;
      if (piece.type === 'code') return `\`${piece.text}\``;
      if (piece.type === 'pre') return `\n\`\`\`\n${piece.text}\n\`\`\`\n`;
      if (piece.type === 'text_link' && piece.href) return `[${piece.text}](${piece.href})`;
      return piece.text;
    })
    .join('');
}
