import { AppError } from '../../graph-schema/app-error.ts';
import type { Endpoint } from './endpoint.ts';

/** `why`: what is wrong with the answer, as a key of the messages. */
export type Nonsense =
  | 'no_json'
  | 'no_vectors'
  | 'no_text'
  | 'other_length'
  | 'no_numbers'
  | 'no_probabilities'
  | 'too_long';

export function answeredWith({ address }: Endpoint, why: Nonsense): AppError {
  return new AppError('endpoint_nonsense', { values: { address, why } });
}

export function unreachable({ address }: Endpoint, error: unknown): AppError {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const detail = code || (cause instanceof Error ? cause.message : String(cause));
  return new AppError('endpoint_unreachable', {
    values: { address, detail: detail.slice(0, 200) },
    cause: error,
  });
}

/** What an HTTP status says. The server's own words go along: they often name the cure. */
export function refused({ address, model }: Endpoint, status: number, said: string): AppError {
  const detail = wordsOf(said);
  const values = { address, status, model: model ?? '', detail };
  if (status === 401 || status === 403) return new AppError('endpoint_refused', { values });
  if (status === 404 || /model.{0,80}(?:not found|does not exist|not exist)/iu.test(detail))
    return new AppError('endpoint_no_model', { values });
  if (status === 408 || status === 429 || status >= 500) return new AppError('endpoint_busy', { values });
  return new AppError('model_failed', { values: { ...values, reason: detail } });
}

/** `{error: {message}}`, `{error}` or plain text. */
function wordsOf(said: string): string {
  try {
    const { error } = JSON.parse(said) as { error?: unknown };
    const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    if (typeof message === 'string') return message.slice(0, 300);
  } catch {
    // not JSON: its own words
  }
  return said
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 300);
}
