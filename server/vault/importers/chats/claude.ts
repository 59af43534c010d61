import { z } from 'zod';
import { isoTime, partName, personOrModel, type Said, type Talk } from './talk.ts';

const Message = z.object({
  uuid: z.string().optional(),
  sender: z.string(),
  created_at: z.string().nullish(),
  text: z.string().default(''),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).nullish(),
  attachments: z
    .array(z.looseObject({ file_name: z.string().nullish(), extracted_content: z.string().nullish() }))
    .nullish(),
});

/** One conversation of Anthropic's export. */
export const ClaudeConversation = z.object({
  uuid: z.string(),
  name: z.string().nullish(),
  created_at: z.string().nullish(),
  chat_messages: z.array(Message),
});
type Conversation = z.infer<typeof ClaudeConversation>;

/** The talk with the text of what was attached, which the person gave. */
export function claudeTalks(conversation: Conversation, file: string): Talk[] {
  const title = conversation.name?.trim() || 'Claude';
  const said = conversation.chat_messages.flatMap(saidOf);
  if (said.length === 0) return [];
  const part = partName(title, conversation.uuid);
  return [
    {
      path: `${file}/${part}.md`,
      title,
      uid: conversation.uuid,
      at: isoTime(conversation.created_at),
      said,
    },
  ];
}

function saidOf(message: z.infer<typeof Message>): Said[] {
  const own = (message.content ?? [])
    .flatMap(({ type, text }) => (type === 'text' && text ? [text] : []))
    .join('\n\n');
  const attached = (message.attachments ?? []).flatMap(({ file_name, extracted_content }) =>
    extracted_content ? [`**${file_name ?? '…'}**\n\n${extracted_content}`] : [],
  );
  const text = [own || message.text, ...attached].filter((part) => part.trim() !== '').join('\n\n');
  if (text === '') return [];
  return [
    {
      uid: message.uuid ?? null,
      ...personOrModel(message.sender === 'human', 'Claude'),
      at: isoTime(message.created_at),
      text,
    },
  ];
}
