import { z } from 'zod';
import type { Tx } from '../../graph/graph.ts';
import { readQuotes, writeQuotes } from './quotes.cypher.ts';

interface PassageText {
  id: string;
  rootId: string;
  text: string;
}

const Quote = z.object({
  linkId: z.string(),
  sceneId: z.string(),
  place: z.int(),
  passageId: z.string(),
  start: z.int(),
  end: z.int(),
  rootId: z.string(),
  /** of the whole passage */
  text: z.string(),
});
type Quote = z.infer<typeof Quote>;

/**
 * Accepted links quote passages. Where an edit made new ones, the same words are looked for in them; a quote whose words are gone is taken off,
 * and the link stays. Call before the old passages go.
 */
export async function findQuotesAgain(
  tx: Tx,
  of: { sceneIds: readonly string[]; dropped: ReadonlySet<string>; passages: readonly PassageText[] },
): Promise<void> {
  if (of.dropped.size === 0) return;
  const quotes = z.array(Quote).parse(await tx.run(readQuotes, { sceneIds: of.sceneIds }));
  const byLink = new Map<string, Quote[]>();
  for (const quote of quotes) {
    // a link inside one note is read from both of its ends
    const list = byLink.get(quote.linkId) ?? [];
    if (list.every((other) => other.place !== quote.place)) list.push(quote);
    byLink.set(quote.linkId, list);
  }
  const rows = [...byLink.values()]
    .filter((list) => list.some((quote) => of.dropped.has(quote.passageId)))
    .map((list) => {
      const found = list.flatMap((quote) => {
        if (!of.dropped.has(quote.passageId)) return [quote];
        const again = findAgain(
          quote.text.slice(quote.start, quote.end),
          of.passages.filter((passage) => passage.rootId === quote.rootId),
        );
        return again ? [{ ...quote, ...again }] : [];
      });
      return {
        linkId: list[0]?.linkId,
        sceneId: list[0]?.sceneId,
        passages: found.map((quote) => quote.passageId),
        starts: found.map((quote) => quote.start),
        ends: found.map((quote) => quote.end),
      };
    });
  if (rows.length > 0) await tx.run(writeQuotes, { rows });
}

/** Where the same words stand now, letter by letter. */
export function findAgain(text: string, passages: readonly PassageText[]) {
  if (text === '') return null;
  for (const passage of passages) {
    const start = passage.text.indexOf(text);
    if (start !== -1) return { passageId: passage.id, start, end: start + text.length };
  }
  return null;
}
