import { z } from 'zod';
import type { JudgeWork } from '../host/protocol.ts';
import { callEndpoint, readJson } from './call-endpoint.ts';
import { answeredWith } from './endpoint-faults.ts';
import type { Endpoint } from './endpoint.ts';
import { messagesOf } from './write-at.ts';

const Top = z.object({ token: z.string(), logprob: z.number() });
const Answer = z.object({
  choices: z
    .array(
      z.object({ logprobs: z.object({ content: z.array(z.object({ top_logprobs: z.array(Top) })).min(1) }) }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.int() }).partial().nullish(),
});

/** As many as servers give. */
const mostTokens = 20;

interface JudgeCall {
  work: JudgeWork;
  signal: AbortSignal | undefined;
  stallMs?: number | undefined;
  onShares: (index: number, shares: number[], tokens: number) => void;
}

/** One call a candidate, with what is shared at its beginning: servers keep that read. @throws as `callEndpoint` */
export async function judgeAt(
  endpoint: Endpoint,
  { work, signal, stallMs, onShares }: JudgeCall,
): Promise<void> {
  for (const [index, ending] of work.endings.entries()) {
    const chat = { system: work.system, examples: [], prompt: work.prefix + ending, answerStart: '' };
    const body = {
      model: endpoint.model ?? '',
      messages: messagesOf(chat),
      max_tokens: 1,
      temperature: 0,
      logprobs: true,
      top_logprobs: mostTokens,
    };
    const answer = await callEndpoint(endpoint, { path: 'chat/completions', body, signal, stallMs });
    const parsed = Answer.safeParse(await readJson(endpoint, answer));
    const top = parsed.success ? parsed.data.choices[0]?.logprobs.content[0]?.top_logprobs : undefined;
    if (!parsed.success || top === undefined || top.length === 0)
      throw answeredWith(endpoint, 'no_probabilities');
    onShares(index, sharesOf(work.answers, top), parsed.data.usage?.prompt_tokens ?? 0);
  }
}

/** Tokens that an answer begins with, in whatever case; where none is among them no answer is likelier than another. */
function sharesOf(answers: readonly string[], top: readonly z.infer<typeof Top>[]): number[] {
  const weights = answers.map((answer) =>
    top.reduce((sum, { token, logprob }) => {
      const said = token.trim().toLowerCase();
      return said !== '' && answer.toLowerCase().startsWith(said) ? sum + Math.exp(logprob) : sum;
    }, 0),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (whole > 0 ? weight / whole : 1 / answers.length));
}
