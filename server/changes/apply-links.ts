import { AppError } from '../../graph-schema/app-error.ts';
import { byIndex, zip } from './apply-nodes.ts';
import type { Applier, ApplyContext } from './apply-steps.ts';
import { difference, keptProperties } from './property-values.ts';
import {
  holdLinks,
  readHeldLinks,
  readLinks,
  releaseLinks,
  setLinks,
  type LinkShape,
} from './steps.cypher.ts';
import type { LinkRef } from './steps.ts';

export const applySetLink: Applier<'set_link'> = async (tx, steps, context) => {
  const shape = shapeOf(steps);
  const rows = steps.map(({ link, after }, index) => ({ index, ...endsOf(link), keys: Object.keys(after) }));
  const found = byIndex(await tx.run(readLinks(shape), { rows }));
  const applied = steps.flatMap((step, index) => {
    const row = found.get(index);
    if (row === undefined) return passOver(step.link, context);
    const change = difference(step, zip(rows[index]?.keys ?? [], row['now']), context);
    return change === null ? [] : [{ ...step, ...change, id: String(row['id']) }];
  });
  await tx.run(setLinks(shape), { rows: applied.map(({ link, after }) => ({ ...endsOf(link), after })) });
  return applied;
};

export const applyHoldLink: Applier<'hold_link'> = async (tx, steps, context) => {
  const shape = shapeOf(steps);
  const rows = steps.map(({ link, props, holder }, index) => ({
    index,
    ...endsOf(link),
    holder,
    props: { ...(context.mode === 'decided' && { since: context.number }), ...keptProperties(props) },
  }));
  const found = byIndex(await tx.run(holdLinks(shape), { rows }));
  return steps.flatMap((step, index) => {
    const row = found.get(index);
    if (row === undefined) return passOver(step.link, context);
    if (row['had'] === true) return [];
    return [{ ...step, props: { ...rows[index]?.props, id: String(row['id']) }, made: row['made'] === true }];
  });
};

export const applyReleaseLink: Applier<'release_link'> = async (tx, steps) => {
  const shape = shapeOf(steps);
  const rows = steps.map(({ link, holder }, index) => ({ index, ...endsOf(link), holder }));
  const found = byIndex(await tx.run(readHeldLinks(shape), { rows }));
  await tx.run(releaseLinks(shape), { rows });
  return steps.flatMap(({ type, link, holder }, index) => {
    const row = found.get(index);
    if (row === undefined) return [];
    const props = keptProperties(row['props']);
    const id = String(props['id']);
    return [
      row['last'] === true ? { type, link, holder, id, removed: { props } } : { type, link, holder, id },
    ];
  });
};

/** A decision names ends that are there; an undo may find them gone. */
function passOver({ from, to }: LinkRef, { mode }: ApplyContext): [] {
  if (mode === 'decided') throw new AppError('not_found', { values: { id: `${from.id} → ${to.id}` } });
  return [];
}

function endsOf({ from, to, origin }: LinkRef) {
  return { from: from.id, to: to.id, origin };
}

function shapeOf(steps: readonly { link: LinkRef }[]): LinkShape {
  const link = steps[0]?.link;
  if (link === undefined) throw new Error('no steps');
  return { kind: link.kind, from: link.from.label, to: link.to.label };
}
