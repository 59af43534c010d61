import { canonicalPack } from './canonical-pack.ts';
import type {
  Pack,
  PackConcept,
  PackDecision,
  PackEvidence,
  PackLink,
  PackPassage,
  PackScene,
} from './pack.ts';
import { flowList, flowMap, scalar, textBlock } from './yaml-text.ts';

/** `[key, value as YAML]`; undefined means the field is left out. */
type Field = readonly [string, string | undefined];

/** The canonical text: fixed order of lists and keys, what has its default value left out where it says nothing. */
export function packText(pack: Pack, digest: string | undefined): string {
  const canonical = canonicalPack(pack);
  const head: Field[] = [
    ['scenefield', scalar(canonical.scenefield)],
    ['id', scalar(canonical.id)],
    ['title', scalar(canonical.title)],
    ['about', canonical.about === '' ? undefined : textBlock(canonical.about, 0)],
    ['language', canonical.language],
    ['digest', digest],
  ];
  const lists: Field[] = [
    ['scenes', list(canonical.scenes.map(sceneFields))],
    ['passages', flowItems(canonical.passages.map(passageText))],
    ['concepts', list(canonical.concepts.map(conceptFields))],
    ['links', list(canonical.links.map(linkFields))],
    ['decisions', list(canonical.decisions.map(decisionFields))],
  ];
  return `${lines([...head, ...lists], '').join('\n')}\n`;
}

function lines(fields: readonly Field[], pad: string): string[] {
  return fields.flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [`${pad}${key}:${value.startsWith('\n') ? '' : ' '}${value}`];
  });
}

function list(items: readonly (readonly Field[])[]): string | undefined {
  if (items.length === 0) return undefined;
  return items.map((fields) => `\n  - ${lines(fields, '    ').join('\n').trimStart()}`).join('');
}

function flowItems(items: readonly string[], pad = '  '): string | undefined {
  return items.length === 0 ? undefined : items.map((item) => `\n${pad}- ${item}`).join('');
}

function sceneFields(scene: PackScene): Field[] {
  return [
    ['id', scalar(scene.id)],
    ['title', scalar(scene.title)],
    ['kind', scene.kind],
    ['state', scene.state],
    ['origin', scene.origin],
    ['aliases', names(scene.aliases)],
    ['in', optional(scene.in)],
    ['after', names(scene.after)],
    ['level', optional(scene.level)],
    ['order', optional(scene.order)],
    ['speaker', optional(scene.speaker)],
    ['speakerRole', optional(scene.speakerRole)],
    ['at', optional(scene.at)],
    ['atFrom', optional(scene.atFrom)],
    [
      'position',
      scene.position &&
        flowMap([
          ['x', scene.position.x],
          ['y', scene.position.y],
        ]),
    ],
    ['pinned', scene.pinned ? 'true' : undefined],
    ['formula', scene.formula === undefined ? undefined : textBlock(scene.formula, 4)],
    [
      'model',
      scene.model &&
        flowMap([
          ['id', scene.model.id],
          ...(scene.model.sha256 === undefined ? [] : [['sha256', scene.model.sha256] as const]),
        ]),
    ],
    [
      'span',
      scene.span &&
        flowMap([
          ['start', scene.span.start],
          ['end', scene.span.end],
        ]),
    ],
    ['body', scene.body === undefined ? undefined : textBlock(scene.body, 4)],
  ];
}

function passageText({ id, scene, start, end }: PackPassage): string {
  return flowMap([
    ['id', id],
    ['scene', scene],
    ['start', start],
    ['end', end],
  ]);
}

function conceptFields(concept: PackConcept): Field[] {
  return [
    ['id', scalar(concept.id)],
    ['name', scalar(concept.name)],
    ['aliases', names(concept.aliases)],
    ['from', concept.from],
    ['origin', concept.origin],
    ['in', names(concept.in)],
  ];
}

function linkFields(link: PackLink): Field[] {
  return [
    ['id', scalar(link.id)],
    ['from', scalar(link.from)],
    ['kind', link.kind],
    ['to', scalar(link.to)],
    ['origin', link.origin],
    ['embed', link.embed ? 'true' : undefined],
    ['accepted', link.accepted ? 'true' : undefined],
    ['proposal', optional(link.proposal)],
    ['model', optional(link.model)],
    ['evidence', quotes(link.evidence)],
  ];
}

function decisionFields(decision: PackDecision): Field[] {
  return [
    ['id', scalar(decision.id)],
    ['kind', decision.kind],
    ['state', decision.state],
    ['from', scalar(decision.from)],
    ['to', scalar(decision.to)],
    ['relation', decision.relation],
    ['createdAt', unlessEmpty(decision.createdAt)],
    ['decidedAt', optional(decision.decidedAt)],
    ['rejectReason', optional(decision.rejectReason)],
    ['reason', decision.reason === undefined ? undefined : textBlock(decision.reason, 4)],
    ['reasonBy', optional(decision.reasonBy)],
    ['models', names(decision.models)],
    ['model', optional(decision.model)],
    ['score', unlessEmpty(decision.score)],
    ['signals', flowItems(decision.signals.map(signalText), '      ')],
    ['weights', unlessEmpty(decision.weights)],
    ['taskVersion', unlessEmpty(decision.taskVersion)],
    ['seed', unlessEmpty(decision.seed)],
    ['evidence', quotes(decision.evidence)],
  ];
}

function signalText({ name, z, share }: PackDecision['signals'][number]): string {
  return flowMap([
    ['name', name],
    ['z', z],
    ['share', share],
  ]);
}

function quotes(evidence: readonly PackEvidence[]): string | undefined {
  return flowItems(
    evidence.map(({ passage, start, end, quote }) =>
      flowMap([
        ['passage', passage],
        ['start', start],
        ['end', end],
        ['quote', quote],
      ]),
    ),
    '      ',
  );
}

function names(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : flowList(values);
}

function unlessEmpty(value: string | number): string | undefined {
  return value === '' || value === 0 ? undefined : scalar(value);
}

function optional(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : scalar(value);
}
