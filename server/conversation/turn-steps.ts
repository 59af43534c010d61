import { SceneId } from '../../graph-schema/ids.ts';
import { type Answer, conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import { type NodeRef, type Properties, type Step, sceneRef } from '../changes/steps.ts';
import type { Kept } from './read-talk.ts';
import { deriveId, digest } from '../vault/ids.ts';
import { firstWords } from '../vault/parse/plain-text.ts';

const holder = 'person';
const longestTitle = 120;

export interface NewTalk {
  id: string;
  title: string;
  at: string;
}

/** A talk: a scene of the field whose turns are parts of it. */
export function talkSteps({ id, title, at }: NewTalk): Step[] {
  const props = {
    ...whole(id),
    title: firstWords(title, longestTitle),
    kind: 'written',
    origin: 'person',
    at,
    atFrom: 'turn',
  };
  return [{ type: 'hold_node', node: sceneRef(id), props, holder }];
}

export interface NewTurn {
  id: string;
  talkId: string;
  /** the turn that it follows */
  after: string | null;
  body: string;
  speaker: { name: string; role: 'person' | 'model' };
  at: string;
  order: number;
  /** what is kept of it beside its words: JSON */
  talk: string;
  modelId?: string | null;
}

/** A turn, said by somebody at some time, after another; with its passage, so that it is found and quoted like any other scene. */
export function turnSteps({ id, talkId, after, body, speaker, at, order, talk, modelId }: NewTurn): Step[] {
  const props: Properties = {
    ...whole(talkId),
    title: firstWords(body.replaceAll(/\s+/gu, ' ').trim(), longestTitle),
    kind: 'turn',
    origin: speaker.role,
    body,
    speaker: speaker.name,
    speakerRole: speaker.role,
    at,
    atFrom: 'turn',
    order,
    talk,
    ...(modelId && { modelId }),
  };
  return [
    { type: 'hold_node', node: sceneRef(id), props, holder },
    { type: 'join', join: { type: 'PART_OF', from: sceneRef(id), to: sceneRef(talkId) } },
    ...(after === null
      ? []
      : [{ type: 'join', join: { type: 'NEXT', from: sceneRef(after), to: sceneRef(id) } } as const]),
    ...passageSteps({ sceneId: id, rootId: talkId, body, isTalk: true }),
  ];
}

/** One passage for the whole body. */
export function passageSteps({
  sceneId,
  rootId,
  body,
  isTalk = false,
}: {
  sceneId: string;
  rootId: string;
  body: string;
  isTalk?: boolean;
}): Step[] {
  if (body.trim() === '') return [];
  const node: NodeRef = { label: 'Passage', id: deriveId('passage', sceneId, body) };
  const props = {
    sceneId,
    rootId,
    start: 0,
    end: body.length,
    text: body,
    hash: digest(body),
    ...(isTalk && { vaultId: conversationsVaultId }),
  };
  return [
    { type: 'hold_node', node, props, holder },
    { type: 'join', join: { type: 'OF', from: node, to: sceneRef(sceneId) } },
  ];
}

/** Links from a scene to those that an answer cites, with the cited words. `starts`: where each cited passage begins in its source. */
export function citeSteps(
  { from, kind, origin }: { from: string; kind: 'cites' | 'links_to'; origin: 'person' | 'model' },
  answer: Pick<Answer, 'sources' | 'sentences'>,
  starts: ReadonlyMap<string, number>,
): Step[] {
  const cited = new Set(answer.sentences.map(({ n }) => n));
  const sources = answer.sources.filter(({ n, passageId }) => cited.has(n) && starts.has(passageId));
  const scenes = [...new Set(sources.map(({ sceneId }) => sceneId))];
  return scenes.map((sceneId): Step => {
    const quotes = sources.filter((source) => source.sceneId === sceneId);
    const begin = ({ passageId }: { passageId: string }) => starts.get(passageId) ?? 0;
    return {
      type: 'hold_link',
      link: { kind, origin, from: sceneRef(from), to: sceneRef(sceneId) },
      holder,
      props: {
        id: deriveId('link', from, kind, sceneId, origin),
        evidencePassages: quotes.map(({ passageId }) => passageId),
        evidenceStarts: quotes.map((quote) => quote.start - begin(quote)),
        evidenceEnds: quotes.map((quote) => quote.end - begin(quote)),
      },
    };
  });
}

export interface NewSummary {
  id: string;
  talkId: string;
  title: string;
  body: string;
  /** the last turn that it tells of */
  until: string;
  at: string;
}

/** What older turns came to: a scene inside the talk, for a person to read and correct. */
export function summarySteps({ id, talkId, title, body, until, at }: NewSummary): Step[] {
  const kept: Kept = { type: 'summary', until: SceneId.parse(until) };
  const props = { ...whole(talkId), title, kind: 'written', origin: 'model', body, at, atFrom: 'turn' };
  return [
    { type: 'hold_node', node: sceneRef(id), props: { ...props, talk: JSON.stringify(kept) }, holder },
    { type: 'join', join: { type: 'PART_OF', from: sceneRef(id), to: sceneRef(talkId) } },
  ];
}

function whole(rootId: string): Properties {
  return { state: 'present', aliases: [], rootId, vaultId: conversationsVaultId };
}
