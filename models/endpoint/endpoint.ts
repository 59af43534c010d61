import { AppError } from '../../graph-schema/app-error.ts';

/** A server that speaks OpenAI's language (llama.cpp's server, Ollama, LM Studio, vLLM, a service): its base address and the model asked of it. */
export interface Endpoint {
  /** base address without a slash at its end, such as `http://127.0.0.1:8080/v1` */
  address: string;
  /** null: the first model that the server lists */
  model: string | null;
  key: string | null;
}

/**
 * An address as a person writes it, with the model's name after `#`: `http://127.0.0.1:11434/v1#bge-m3`. Whole addresses of a call
 * (`…/v1/embeddings`) are cut to their base, and a bare host gets `/v1`. @throws AppError bad_input
 */
export function parseEndpoint(said: string): Omit<Endpoint, 'key'> {
  const refuse = (reason: string) =>
    new AppError('bad_input', { values: { field: 'endpoint', reason, address: said.replace(/#.*$/u, '') } });
  if (!URL.canParse(said)) throw refuse('no_address');
  const url = new URL(said);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refuse('no_address');
  // A name and password in an address end up in logs and on screens; a key has a place of its own.
  if (url.username !== '' || url.password !== '')
    throw new AppError('bad_input', { values: { field: 'endpoint', reason: 'password_in_address' } });
  const path = url.pathname
    .replace(/\/+$/u, '')
    .replace(/\/(?:chat\/completions|completions|embeddings|models)$/u, '');
  const model = decoded(url.hash.slice(1)).trim();
  return { address: `${url.origin}${path === '' ? '/v1' : path}`, model: model === '' ? null : model };
}

export function isEndpointAddress(name: string): boolean {
  return /^https?:\/\//iu.test(name);
}

/** As it is kept in Settings. */
export function endpointText({ address, model }: Pick<Endpoint, 'address' | 'model'>): string {
  return model === null ? address : `${address}#${encodeURIComponent(model)}`;
}

/** Whether what is sent there leaves this machine. */
export function isFar(address: string): boolean {
  return !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/iu.test(new URL(address).hostname);
}

/** Which model where, for people and for what is kept with vectors and texts. */
export function endpointId(address: string, model: string | null): string {
  const { host } = new URL(address);
  return model === null ? host : `${model}@${host}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
