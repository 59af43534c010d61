import { z } from 'zod';

const EndpointRole = z.enum(['embed', 'write', 'judge']);

/** A model at an address, as Settings show it. The key itself never leaves the server. */
export const EndpointView = z.object({
  role: EndpointRole,
  address: z.string(),
  /** null: whatever the server names first */
  model: z.string().nullable(),
  hasKey: z.boolean(),
  /** what is sent there leaves this computer */
  isFar: z.boolean(),
  /** false: nothing is sent until the person agrees */
  isAllowed: z.boolean(),
});
export type EndpointView = z.infer<typeof EndpointView>;

export const EndpointInput = z.object({
  role: EndpointRole,
  address: z.string().trim().min(1).max(1000),
  model: z.string().trim().max(300).optional(),
  /** absent or empty: the one that is kept for this address */
  key: z.string().trim().max(1000).optional(),
});
export type EndpointInput = z.infer<typeof EndpointInput>;

export const TriedEndpoint = z.object({
  model: z.string().nullable(),
  models: z.array(z.string()),
  dimensions: z.int().nullable(),
  seconds: z.number(),
});
