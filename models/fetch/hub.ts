import { Readable } from 'node:stream';
import { AppError } from '../../graph-schema/app-error.ts';

const hub = 'https://huggingface.co';
const connectTimeoutMs = 8000;

export interface HubOptions {
  fromByte: number;
  /** the hub says the hash of a large file before it sends it: other weights are not even begun */
  sha256: string;
  signal?: AbortSignal | undefined;
}

/** The rest of `owner/repo/file` from a byte on. `HF_ENDPOINT` names another hub, as it does for the hub's own tools. */
export async function openHubFile(file: string, { fromByte, sha256, signal }: HubOptions): Promise<Readable> {
  const [owner, repo, ...path] = file.split('/');
  const address = `${process.env.HF_ENDPOINT || hub}/${owner}/${repo}/resolve/main/${path.join('/')}`;
  const head = await ask(address, { method: 'HEAD', redirect: 'manual' }, signal);
  const hash = head.headers.get('x-linked-etag')?.replaceAll('"', '');
  if (hash !== undefined && hash !== sha256)
    throw new AppError('weights_damaged', { values: { reason: 'other_hash' } });
  const answer = await ask(address, { headers: fromByte > 0 ? { range: `bytes=${fromByte}-` } : {} }, signal);
  const isWanted = answer.status === (fromByte > 0 ? 206 : 200);
  if (!isWanted || answer.body === null) throw unreachable(`status ${answer.status}`);
  return Readable.from(answer.body);
}

/** The time limit is for the answer to begin, not for the download. */
async function ask(address: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), connectTimeoutMs);
  const stop = (): void => control.abort();
  signal?.addEventListener('abort', stop);
  try {
    return await fetch(address, { ...init, signal: control.signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw unreachable('no answer', error);
  } finally {
    clearTimeout(timer);
  }
}

function unreachable(message: string, cause?: unknown): AppError {
  return new AppError('weights_unreachable', { values: { reason: 'hub_unreachable' }, message, cause });
}
