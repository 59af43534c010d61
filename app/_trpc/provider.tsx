'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createTRPCClient,
  httpBatchStreamLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
} from '@trpc/client';
import { type ReactNode, useState } from 'react';
import type { AppRouter } from '../../server/trpc/router.ts';
import { askedAlone, url } from './ask-early.ts';
import { TRPCProvider } from './client.ts';
import { faultOf } from './fault.ts';

/** A part that is still starting is asked again; every other fault is shown at once. */
function isWorthAsking(count: number, error: unknown): boolean {
  const { code } = faultOf(error);
  return (code === 'stage_not_ready' && count < 120) || (code === 'offline' && count < 3);
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: isWorthAsking, retryDelay: 1000 },
      mutations: { retry: false },
    },
  });
}

function createClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url }),
        false: splitLink({
          // A stream's head is gone before its answers are known; this answer carries the window's new cookie.
          condition: ({ path }) => path === 'settings.renewKey' || askedAlone.has(path),
          true: httpLink({ url }),
          false: httpBatchStreamLink({ url, maxURLLength: 4000 }),
        }),
      }),
    ],
  });
}

export function DataProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(createClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
