import { z } from 'zod';
import { SearchHit } from '../search-hit.ts';

/** Passages by words and meaning, with the operators of the search box. */
export const SearchInput = z.object({
  kind: z.literal('search'),
  text: z.string().max(400).default(''),
  limit: z.int().min(1).max(50).default(8),
});
export const SearchResult = z.object({ kind: z.literal('search'), hits: z.array(SearchHit) });
