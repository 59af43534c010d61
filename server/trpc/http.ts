import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import type { Services } from '../boot/services.ts';
import { appRouter } from './router.ts';

const prefix = '/api/trpc/';
/** The map's question, which the page asks outside of its batches. */
const askedAlone = 'field.view';
/** A scene pack may be large; anything above this is refused before it is parsed. Bytes. */
const maxBodySize = 16 * 1024 * 1024;

export interface TrpcRequest {
  request: IncomingMessage;
  response: ServerResponse;
  /** the gate's verdict on this request */
  allowed: boolean;
}

/** Answers `/api/trpc/*` over plain Node HTTP; streams go out unbuffered. */
export function createTrpcHandler(services: Services): (call: TrpcRequest) => Promise<void> {
  return ({ request, response, allowed }) =>
    nodeHTTPRequestHandler({
      req: request,
      res: response,
      path: new URL(request.url ?? '/', 'http://127.0.0.1').pathname.slice(prefix.length),
      router: appRouter,
      maxBodySize,
      // as in a batch's stream, what is wrong is told by the body: a browser would report each status as a fault while the app starts
      responseMeta: ({ paths }) => (paths?.length === 1 && paths[0] === askedAlone ? { status: 200 } : {}),
      createContext: () => ({ services, allowed }),
    });
}
