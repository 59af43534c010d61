import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import { sendData } from './answers.mjs';
import type { Services } from './services.ts';

/** `vault`: its id; `from`: the note's path in it; `target`: as the note writes it */
const Asked = z.object({
  vault: z.string().max(200),
  from: z.string().max(4000),
  target: z.string().max(4000),
});

/** Whatever a picture holds, it runs nothing and loads nothing: an SVG is a document too. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * GET `/api/image`: a picture of a vault for the note that shows it. One that is not there is an empty answer (204): the page shows its
 * mark, and the browser's console, which lists every 404, stays quiet.
 */
export async function answerImage(
  image: Services['image'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const asked = Asked.safeParse(Object.fromEntries(searchParams));
    if (request.method !== 'GET' || !asked.success) throw new AppError('bad_input');
    const { vault: vaultId, from, target } = asked.data;
    const { bytes, type } = await image({ vaultId, from, target });
    response.writeHead(200, {
      'content-type': type,
      'content-length': bytes.length,
      'content-security-policy': policy,
      'cache-control': 'private, max-age=300',
    });
    response.end(bytes);
  } catch (error) {
    const code = isAppError(error) ? error.code : 'internal';
    if (response.headersSent) return;
    if (code === 'not_found') {
      response.writeHead(204, { 'cache-control': 'no-store' }).end();
      return;
    }
    const status = { bad_input: 400, stage_not_ready: 503 }[String(code)] ?? 500;
    sendData(response, status, { error: { code } });
  }
}
