import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import { sendData } from './answers.mjs';
import type { Services } from './services.ts';

/** GET `/api/export?job=ID`: the file that an export made, to be saved; it is never shown as a page of ours. */
export async function answerDownload(
  download: Services['exports']['download'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method !== 'GET') throw new AppError('bad_input');
    const { file, bytes } = await download(searchParams.get('job') ?? '');
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': bytes,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(path.basename(file))}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    // A person may break it off: then there is nobody to tell.
    await pipeline(createReadStream(file), response).catch(() => response.destroy());
  } catch (error) {
    const code = isAppError(error) ? error.code : 'internal';
    const status = { bad_input: 400, not_found: 404, stage_not_ready: 503 }[String(code)] ?? 500;
    sendData(response, status, { error: { code } });
  }
}
