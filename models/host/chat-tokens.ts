import { type ChatHistoryItem, type LlamaModel, resolveChatWrapper, type Token } from 'node-llama-cpp';
import type { GenerateWork } from './protocol.ts';

export type Chat = Pick<GenerateWork, 'system' | 'examples' | 'prompt' | 'answerStart'>;

/** The chat in the form that the model's own template gives it. */
export function chatTokens(model: LlamaModel, work: Chat): Token[] {
  const chatHistory: ChatHistoryItem[] = work.system ? [{ type: 'system', text: work.system }] : [];
  for (const { prompt, answer } of work.examples) {
    chatHistory.push({ type: 'user', text: prompt }, { type: 'model', response: [answer] });
  }
  const response = work.answerStart === '' ? [] : [work.answerStart];
  chatHistory.push({ type: 'user', text: work.prompt }, { type: 'model', response });
  return resolveChatWrapper(model)
    .generateContextState({ chatHistory })
    .contextText.tokenize(model.tokenizer);
}
