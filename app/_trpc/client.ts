'use client';
import type { inferRouterInputs } from '@trpc/server';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../server/trpc/router.ts';

export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();
/** What each procedure is asked with. */
export type RouterInputs = inferRouterInputs<AppRouter>;
