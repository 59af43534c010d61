import type { AskOptions, Models } from '../models.ts';
import { languageOf } from '../words/stem.ts';

const systems = {
  ru: 'Ответь на вопрос по-русски, коротко: одним, двумя или тремя предложениями. Если не знаешь, так и скажи.',
  en: 'Answer the question briefly, in one, two or three sentences. If you do not know, say so.',
} as const;
const maxTokens = 160;

/** What the model says of a question by itself, from no source. Nothing of it is checked: it is shown as the model's own. */
export async function answerAlone(
  models: Pick<Models, 'generate'>,
  question: string,
  options: AskOptions & { seed?: number; onText?: (piece: string) => void } = {},
): Promise<string> {
  const { seed = 1, onText, ...ask } = options;
  const { text, tokens } = await models.generate(
    {
      system: systems[languageOf(question)],
      prompt: question,
      maxTokens,
      seed,
      stop: ['\n\n'],
      ...(onText && { onText }),
    },
    { purpose: 'answer', ...ask },
  );
  // half a sentence at the end says less than none
  const whole = /^[\s\S]*[.!?…](?=[»”")\s]*$|\s)/u.exec(text)?.[0];
  return (tokens < maxTokens ? text : (whole ?? text)).trim();
}
