import { z } from 'zod';
import { isoTime, partName, personOrModel, type Said, type Talk } from './talk.ts';

const Message = z.object({
  id: z.string().optional(),
  author: z.object({ role: z.string(), name: z.string().nullish() }),
  create_time: z.number().nullish(),
  content: z.looseObject({
    content_type: z.string(),
    parts: z.array(z.unknown()).optional(),
    text: z.string().optional(),
  }),
  metadata: z.looseObject({ is_visually_hidden_from_conversation: z.boolean().optional() }).nullish(),
});
const Node = z.object({
  id: z.string(),
  parent: z.string().nullish(),
  children: z.array(z.string()).default([]),
  message: Message.nullish(),
});
type Node = z.infer<typeof Node>;

/** One conversation of OpenAI's export: a tree of messages, of which one branch was last open. */
export const ChatGptConversation = z.object({
  id: z.string().optional(),
  conversation_id: z.string().optional(),
  title: z.string().nullish(),
  create_time: z.number().nullish(),
  mapping: z.record(z.string(), Node),
  current_node: z.string().nullish(),
});
type Conversation = z.infer<typeof ChatGptConversation>;

/** The branch that was last open as one talk, and each other branch as a talk of its own from where it leaves; hidden and tool messages are left out. */
export function chatGptTalks(conversation: Conversation, file: string): Talk[] {
  const { mapping, title } = conversation;
  const uid = conversation.conversation_id ?? conversation.id ?? '';
  const name = title?.trim() || 'ChatGPT';
  const leaves = leavesOf(conversation);
  const told = new Set<string>();
  return leaves.flatMap((leaf, index): Talk[] => {
    const fresh = pathTo(mapping, leaf).filter((node) => !told.has(node.id));
    for (const node of fresh) told.add(node.id);
    const said = fresh.flatMap(saidOf);
    if (said.length === 0) return [];
    const part = partName(name, uid);
    const common = { at: isoTime(conversation.create_time), said };
    if (index === 0) return [{ ...common, path: `${file}/${part}.md`, title: name, uid: uid || null }];
    return [
      {
        ...common,
        path: `${file}/${part} · ${leaf.slice(0, 8)}.md`,
        title: name,
        at: said[0]?.at ?? common.at,
        before: `↳ [[${part}]]`,
      },
    ];
  });
}

/** The leaf that was last open first, the others by their place in the export. */
function leavesOf({ mapping, current_node }: Conversation): string[] {
  const leaves = Object.values(mapping)
    .filter((node) => node.children.every((child) => mapping[child] === undefined))
    .map(({ id }) => id);
  const open = current_node && mapping[current_node] ? current_node : leaves.at(-1);
  return open === undefined ? [] : [open, ...leaves.filter((leaf) => leaf !== open)];
}

/** From the root to a node; a ring, which no export should have, is cut. */
function pathTo(mapping: Record<string, Node>, leaf: string): Node[] {
  const path: Node[] = [];
  const seen = new Set<string>();
  for (let node = mapping[leaf]; node !== undefined && !seen.has(node.id);) {
    seen.add(node.id);
    path.unshift(node);
    node = node.parent ? mapping[node.parent] : undefined;
  }
  return path;
}

function saidOf({ message }: Node): Said[] {
  if (!message || message.metadata?.is_visually_hidden_from_conversation) return [];
  const { author, content } = message;
  if (author.role !== 'user' && author.role !== 'assistant') return [];
  const parts = content.parts ?? [content.text ?? ''];
  const text = parts
    .filter((part) => typeof part === 'string')
    .join('\n\n')
    .trim();
  if (text === '' || !['text', 'multimodal_text', 'code'].includes(content.content_type)) return [];
  return [
    {
      uid: message.id ?? null,
      ...personOrModel(author.role === 'user', 'ChatGPT'),
      at: isoTime(message.create_time),
      text: content.content_type === 'code' ? `\`\`\`\n${text}\n\`\`\`` : text,
    },
  ];
}
