import { z } from 'zod';
import type { GenerateWork, HostAnswer } from '../host/protocol.ts';
import { callEndpoint, type EndpointAnswer, readJson } from './call-endpoint.ts';
import { answeredWith } from './endpoint-faults.ts';
import type { Endpoint } from './endpoint.ts';
import { readEvents } from './event-stream.ts';

const Usage = z.object({ prompt_tokens: z.int(), completion_tokens: z.int() }).partial().nullish();
const finish = { finish_reason: z.string().nullish() };
const Piece = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).nullish(), ...finish })),
  usage: Usage,
});
const Whole = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullable() }), ...finish })).min(1),
  usage: Usage,
});

type Generated = Extract<HostAnswer, { type: 'generated' }>;

interface WriteCall {
  work: GenerateWork;
  signal: AbortSignal | undefined;
  stallMs?: number | undefined;
  onPiece: (text: string) => void;
}

/** A server that does not hold itself to `max_tokens` or to the stop words is cut off. No token is longer in the mean. */
const longestToken = 12;

/** @throws as `callEndpoint` */
export async function writeAt(endpoint: Endpoint, call: WriteCall): Promise<Generated> {
  const { work, signal, stallMs, onPiece } = call;
  const began = performance.now();
  const body = {
    model: endpoint.model ?? '',
    messages: messagesOf(work),
    max_tokens: work.maxTokens,
    temperature: work.temperature,
    seed: work.seed,
    stream: true,
    // Servers take four at most.
    ...(work.stop.length > 0 && { stop: work.stop.slice(0, 4) }),
  };
  const answer = await callEndpoint(endpoint, { path: 'chat/completions', body, signal, stallMs });
  const read = { text: '', pieces: 0, tokens: 0, promptTokens: 0, isCut: false };
  let handedOut = 0;
  // Held back: what may be the words that the answer was to begin with, or the beginning of a stop word.
  const held = Math.max(work.answerStart.length, ...work.stop.map((words) => words.length - 1), 0);
  const handOut = (text: string, until: number) => {
    if (until > handedOut) onPiece(text.slice(handedOut, until));
    handedOut = Math.max(handedOut, until);
  };
  for await (const { content, usage, finishedBy } of contents(endpoint, answer)) {
    read.text += content;
    if (content !== '') read.pieces += 1;
    read.tokens = usage?.completion_tokens ?? read.tokens;
    if (finishedBy === 'length') read.isCut = true;
    read.promptTokens = usage?.prompt_tokens ?? read.promptTokens;
    const text = written(read.text, work);
    handOut(text, text.length - held);
    if (isOver(read.text, work)) break;
  }
  const text = written(read.text, work);
  handOut(text, text.length);
  // Pieces are not tokens: that it was cut off is known by what the server says.
  const tokens = read.tokens || read.pieces;
  return {
    type: 'generated',
    text,
    tokens: read.isCut ? Math.max(tokens, work.maxTokens) : tokens,
    promptTokens: read.promptTokens,
    seconds: (performance.now() - began) / 1000,
  };
}

/** The chat as the server's own template will have it. */
export function messagesOf({
  system,
  examples,
  prompt,
  answerStart,
}: Pick<GenerateWork, 'system' | 'examples' | 'prompt' | 'answerStart'>) {
  return [
    ...(system === undefined ? [] : [{ role: 'system', content: system }]),
    ...examples.flatMap((example) => [
      { role: 'user', content: example.prompt },
      { role: 'assistant', content: example.answer },
    ]),
    { role: 'user', content: prompt },
    // Many servers go on from here; those that begin anew are cut in `written`.
    ...(answerStart === '' ? [] : [{ role: 'assistant', content: answerStart }]),
  ];
}

async function* contents(
  endpoint: Endpoint,
  answer: EndpointAnswer,
): AsyncGenerator<{ content: string; usage: z.infer<typeof Usage>; finishedBy: string | null | undefined }> {
  if (!answer.isStream) {
    const whole = Whole.safeParse(await readJson(endpoint, answer));
    if (!whole.success) throw answeredWith(endpoint, 'no_text');
    const [choice] = whole.data.choices;
    yield {
      content: choice?.message.content ?? '',
      usage: whole.data.usage,
      finishedBy: choice?.finish_reason,
    };
    return;
  }
  let isSaid = false;
  for await (const event of readEvents(answer.text())) {
    const piece = Piece.safeParse(jsonOf(event));
    if (!piece.success) throw answeredWith(endpoint, 'no_text');
    isSaid = true;
    const [choice] = piece.data.choices;
    yield {
      content: choice?.delta?.content ?? '',
      usage: piece.data.usage,
      finishedBy: choice?.finish_reason,
    };
  }
  if (!isSaid) throw answeredWith(endpoint, 'no_text');
}

/** Without the given beginning where the server says it again, up to the first stop word, no longer than was asked for. */
function written(text: string, { answerStart, stop, maxTokens }: GenerateWork): string {
  const own = answerStart !== '' && text.startsWith(answerStart) ? text.slice(answerStart.length) : text;
  const places = stop.map((words) => own.indexOf(words)).filter((place) => place >= 0);
  return own.slice(0, Math.min(own.length, maxTokens * longestToken, ...places));
}

function isOver(text: string, work: GenerateWork): boolean {
  return text.length > work.answerStart.length + written(text, work).length;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
