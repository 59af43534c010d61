import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import type { Edited, LinkInput } from '../../graph-schema/views/edit-view.ts';
import { commitChange } from '../changes/commit-change.ts';
import { type Step, sceneRef } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { readBetween, readEnds, readLink, readQuotable } from './editing.cypher.ts';
import { holdPersonLink, noQuotes, type Quotes, releasePersonLink } from './link-steps.ts';

const End = z.object({ id: z.string(), title: z.string(), rootId: z.string() });
const Between = z.object({
  from: z.string(),
  to: z.string(),
  kind: LinkKind,
  isOpen: z.boolean(),
  isDrawn: z.boolean(),
});
const Drawn = z.object({
  from: z.string(),
  fromTitle: z.string(),
  to: z.string(),
  toTitle: z.string(),
  toLabel: z.enum(['Scene', 'Concept']),
  kind: LinkKind,
  origin: Origin,
  inText: z.boolean(),
});
const Passage = z.object({ id: z.string(), text: z.string() });

/**
 * Draws links of a person's own, together one change. Of several those that are there already are passed over.
 * @throws AppError not_found (an end is gone), link_to_itself, link_exists (all are there), edited_meanwhile (the quoted words are)
 */
export async function drawLinks(graph: Graph, links: readonly LinkInput[]): Promise<Edited> {
  for (const { from, to } of links) if (from === to) throw new AppError('link_to_itself');
  return graph.write(async (tx) => {
    const titleOf = await readTitles(tx, links);
    const between = z
      .array(Between)
      .parse(await tx.run(readBetween, { pairs: links.map(({ from, to }) => ({ from, to })) }));
    const isThere = (link: LinkInput) => between.some((one) => one.isOpen && isSame(one, link));
    const fresh = links.filter(
      (link, at) => !isThere(link) && links.findIndex((one) => isSame(one, link)) === at,
    );
    const [first] = fresh.length > 0 ? fresh : links;
    const values = {
      from: titleOf.get(first?.from ?? '') ?? '',
      to: titleOf.get(first?.to ?? '') ?? '',
      relation: first?.kind ?? '',
    };
    if (fresh.length === 0) throw new AppError('link_exists', { values });
    const steps: Step[] = [];
    for (const link of fresh) {
      const closed = between.some((one) => one.isDrawn && isSame(one, link));
      steps.push(...(await stepsFor(tx, link, closed)));
    }
    return {
      number: await commitChange(tx, {
        kind: 'edit',
        values: { act: 'link', ...values, title: values.from, count: fresh.length },
        steps,
      }),
    };
  });
}

/** Takes a drawn link away. @throws AppError not_found; said_in_text where a text of the person's own says it */
export async function removeLink(graph: Graph, id: string): Promise<Edited> {
  return graph.write(async (tx) => {
    const [row] = await tx.run(readLink, { id });
    if (row === undefined) throw new AppError('not_found', { values: { id } });
    const { from, to, toLabel, kind, inText, fromTitle, toTitle } = Drawn.parse(row);
    if (inText) throw new AppError('said_in_text', { values: { title: fromTitle } });
    const step = releasePersonLink({ from: sceneRef(from), to: { label: toLabel, id: to }, kind });
    const values = { act: 'unlink', title: fromTitle, from: fromTitle, to: toTitle, relation: kind };
    return { number: await commitChange(tx, { kind: 'edit', values, steps: [step] }) };
  });
}

async function readTitles(tx: Tx, links: readonly LinkInput[]): Promise<Map<string, string>> {
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  const ends = z.array(End).parse(await tx.run(readEnds, { ids }));
  const titleOf = new Map(ends.map(({ id, title }) => [id, title]));
  const gone = ids.find((id) => !titleOf.has(id));
  if (gone !== undefined) throw new AppError('not_found', { values: { id: gone } });
  return titleOf;
}

/** A link that a merge closed is opened again. */
async function stepsFor(tx: Tx, link: LinkInput, closed: boolean): Promise<Step[]> {
  const [from, to] = [sceneRef(link.from), sceneRef(link.to)];
  const { kind, reason, quote } = link;
  const quotes = quote === undefined ? noQuotes : await findQuote(tx, link.from, quote);
  const hold = holdPersonLink({ from, to, kind, quotes, reason });
  if (!closed) return [hold];
  const after = { until: null, ...quotes, ...(reason !== undefined && { reason }) };
  return [{ type: 'set_link', link: { kind, origin: 'person', from, to }, after }, hold];
}

async function findQuote(tx: Tx, sceneId: string, quote: string): Promise<Quotes> {
  const passages = z.array(Passage).parse(await tx.run(readQuotable, { id: sceneId }));
  const passage = passages.find(({ text }) => text.includes(quote));
  if (passage === undefined)
    throw new AppError('edited_meanwhile', { values: { title: quote.slice(0, 80) } });
  const start = passage.text.indexOf(quote);
  return {
    evidencePassages: [passage.id],
    evidenceStarts: [start],
    evidenceEnds: [start + quote.length],
  };
}

function isSame(
  a: { from: string; to: string; kind: string },
  b: { from: string; to: string; kind: string },
): boolean {
  return a.from === b.from && a.to === b.to && a.kind === b.kind;
}
