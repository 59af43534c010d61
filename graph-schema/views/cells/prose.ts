import { z } from 'zod';

/** Markdown that a person writes. */
export const ProseInput = z.object({ kind: z.literal('prose'), text: z.string().default('') });
export const ProseResult = z.object({ kind: z.literal('prose') });
