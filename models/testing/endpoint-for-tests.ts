import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Models } from '../models.ts';

/** How the server misbehaves; `none`: it does what is asked. */
export type Trouble =
  | 'none'
  | 'no_json'
  | 'no_vectors'
  | 'shorter_vectors'
  | 'zeros'
  | 'stall'
  | 'stall_midway'
  | 'busy_once'
  | 'drop'
  | 'endless'
  | 'no_probabilities'
  | 'redirect';

export interface TestEndpoint {
  /** with `/v1` at its end */
  address: string;
  trouble: Trouble;
  /** null: any key will do */
  key: string | null;
  /** every text that came */
  asked: string[];
  close(): Promise<void>;
}

interface Chat {
  role: string;
  content: string;
}

/** A server of OpenAI's kind over HTTP whose answers come from real models. */
export async function openTestEndpoint(models: Models): Promise<TestEndpoint> {
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint: TestEndpoint = {
    address: `http://127.0.0.1:${port}/v1`,
    trouble: 'none',
    key: null,
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const { trouble } = endpoint;
    if (endpoint.key !== null && request.headers.authorization !== `Bearer ${endpoint.key}`)
      return json(response, 401, { error: { message: 'Incorrect API key provided' } });
    if (request.url === '/v1/models') return json(response, 200, { data: [{ id: 'real' }, { id: 'other' }] });
    if (body.model !== 'real')
      return json(response, 404, { error: { message: `model not found: ${body.model}` } });
    if (trouble === 'stall') return;
    if (trouble === 'drop') return void response.destroy();
    if (trouble === 'no_json') return void response.end('<html>It works!</html>');
    if (trouble === 'redirect')
      return void response.writeHead(302, { location: 'http://example.com/' }).end();
    if (trouble === 'busy_once') {
      endpoint.trouble = 'none';
      response.writeHead(503, { 'retry-after': '0' }).end('loading model');
      return;
    }
    if (request.url === '/v1/embeddings') return embed(body.input ?? [], response);
    if (request.url === '/v1/chat/completions') return write(body, response);
    json(response, 404, { error: 'no such path' });
  }

  async function embed(texts: readonly string[], response: ServerResponse): Promise<void> {
    endpoint.asked.push(...texts);
    const { vectors } = await models.embed(texts, 'passage');
    const shaped = vectors.map((vector) => {
      if (endpoint.trouble === 'shorter_vectors') return Array.from(vector.subarray(0, 100));
      return endpoint.trouble === 'zeros' ? [...vector].fill(0) : [...vector];
    });
    if (endpoint.trouble === 'no_vectors') shaped.pop();
    json(response, 200, { data: shaped.map((embedding, index) => ({ index, embedding })) });
  }

  /** The probabilities of the words that tests ask about, from the real model. */
  async function judge(messages: readonly Chat[], response: ServerResponse): Promise<void> {
    const ending = messages.at(-1)?.content ?? '';
    const { shares } = await models.judge({
      system: messages[0]?.content ?? '',
      prefix: '',
      endings: [ending],
      answerStart: '',
      answers: words,
      ranking: { query: '', documents: [ending] },
    });
    const top = words.map((token, at) => ({ token, logprob: Math.log(shares[0]?.[at] ?? 0) }));
    json(response, 200, {
      choices: [{ message: { content: 'Да' }, logprobs: { content: [{ top_logprobs: top }] } }],
    });
  }

  async function write(body: Body, response: ServerResponse): Promise<void> {
    const messages = body.messages ?? [];
    endpoint.asked.push(...messages.map(({ content }) => content));
    if (body.logprobs) {
      if (endpoint.trouble !== 'no_probabilities') return judge(messages, response);
      return json(response, 200, { choices: [{ message: { content: 'Да' } }] });
    }
    const send = (content: string) =>
      void response.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    if (endpoint.trouble === 'endless') {
      const timer = setInterval(() => send('и снова '), 1);
      response.once('close', () => clearInterval(timer));
      return;
    }
    if (endpoint.trouble === 'stall_midway') return send('Начало ');
    const told = messages.filter(({ role }) => role !== 'system');
    const answerStart = told.at(-1)?.role === 'assistant' ? (told.pop()?.content ?? '') : '';
    const prompt = told.pop()?.content ?? '';
    const system = messages.find(({ role }) => role === 'system')?.content;
    const maxTokens = body.max_tokens ?? 16;
    const { tokens } = await models.generate({
      ...(system !== undefined && { system }),
      examples: pairs(told),
      prompt,
      answerStart,
      maxTokens,
      seed: body.seed ?? 1,
      temperature: body.temperature ?? 0,
      stop: body.stop ?? [],
      onText: send,
    });
    const last = { delta: {}, finish_reason: tokens < maxTokens ? 'stop' : 'length' };
    response.end(`data: ${JSON.stringify({ choices: [last] })}\n\ndata: [DONE]\n\n`);
  }

  return endpoint;
}

const words = ['Да', 'Нет', 'Yes', 'No'];

interface Body {
  model?: string;
  input?: string[];
  messages?: Chat[];
  max_tokens?: number;
  seed?: number;
  temperature?: number;
  stop?: string[];
  logprobs?: boolean;
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += String(piece);
  return text === '' ? {} : (JSON.parse(text) as Body);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function pairs(told: readonly Chat[]): { prompt: string; answer: string }[] {
  return told.flatMap(({ role, content }, at) =>
    role === 'user' ? [{ prompt: content, answer: told[at + 1]?.content ?? '' }] : [],
  );
}
