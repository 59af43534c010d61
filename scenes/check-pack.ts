import { type Pack, type PackEvidence, packLists } from './pack.ts';
import type { Finding, PackPath } from './pack-problem.ts';
import { type SceneText, sceneTexts } from './scene-text.ts';

/** What the shapes cannot say: ids are given once, every end is there, every quote is verbatim. */
export function checkPack(pack: Pack): Finding[] {
  return [...checkIds(pack), ...checkEnds(pack), ...checkTexts(pack), ...checkCycles(pack)];
}

/** Scenes and concepts share one space of ids, because a link's end may be either. */
function checkIds(pack: Pack): Finding[] {
  const findings: Finding[] = [];
  const nodes = new Set<string>();
  for (const list of packLists) {
    const seen = list === 'scenes' || list === 'concepts' ? nodes : new Set<string>();
    pack[list].forEach(({ id }, index) => {
      if (seen.has(id)) findings.push({ path: [list, index, 'id'], code: 'duplicate_id', values: { id } });
      seen.add(id);
    });
  }
  return findings;
}

function checkEnds(pack: Pack): Finding[] {
  const findings: Finding[] = [];
  const scenes = new Set<string>(pack.scenes.map(({ id }) => id));
  const concepts = new Set<string>(pack.concepts.map(({ id }) => id));
  const passages = new Set<string>(pack.passages.map(({ id }) => id));
  const need = (isThere: boolean, id: string, path: PackPath): void => {
    if (!isThere)
      findings.push({
        path,
        code: 'dangling',
        values: { id, field: String(path.findLast((step) => typeof step === 'string')) },
      });
  };
  pack.scenes.forEach((scene, index) => {
    if (scene.in !== undefined) need(scenes.has(scene.in), scene.in, ['scenes', index, 'in']);
    scene.after.forEach((id, place) => need(scenes.has(id), id, ['scenes', index, 'after', place]));
  });
  pack.passages.forEach(({ scene }, index) => need(scenes.has(scene), scene, ['passages', index, 'scene']));
  pack.concepts.forEach((concept, index) =>
    concept.in.forEach((id, place) => need(concepts.has(id), id, ['concepts', index, 'in', place])),
  );
  for (const list of ['links', 'decisions'] as const)
    pack[list].forEach((entry, index) => {
      for (const end of ['from', 'to'] as const)
        need(scenes.has(entry[end]) || concepts.has(entry[end]), entry[end], [list, index, end]);
      entry.evidence.forEach(({ passage }, place) =>
        need(passages.has(passage), passage, [list, index, 'evidence', place, 'passage']),
      );
    });
  return findings;
}

function checkTexts(pack: Pack): Finding[] {
  const findings: Finding[] = [];
  const texts = sceneTexts(pack);
  pack.scenes.forEach((scene, index) => {
    const path = ['scenes', index, 'span'];
    if (!scene.span) return;
    if (scene.body !== undefined) findings.push({ path, code: 'two_texts', values: { id: scene.id } });
    else if (!isInside(scene.span, texts.get(scene.id)?.body.length ?? -1))
      findings.push({ path, code: 'span_outside', values: { id: scene.id } });
  });
  const passages = new Map<string, { start: number; end: number; text: SceneText | undefined }>();
  pack.passages.forEach(({ id, scene, start, end }, index) => {
    const text = texts.get(scene);
    passages.set(id, { start, end, text });
    const isRight = text !== undefined && start >= text.start && start < end && end <= text.end;
    if (!isRight) findings.push({ path: ['passages', index], code: 'span_outside', values: { id } });
  });
  for (const list of ['links', 'decisions'] as const)
    pack[list].forEach((entry, index) =>
      entry.evidence.forEach((evidence, place) => {
        const passage = passages.get(evidence.passage);
        if (passage) findings.push(...checkQuote(evidence, passage, [list, index, 'evidence', place]));
      }),
    );
  return findings;
}

function checkQuote(
  evidence: PackEvidence,
  passage: { start: number; end: number; text: SceneText | undefined },
  path: PackPath,
): Finding[] {
  const { start, end, quote } = evidence;
  if (start < passage.start || end > passage.end || start >= end)
    return [{ path, code: 'outside_passage', values: { passage: evidence.passage } }];
  const found = passage.text?.body.slice(start, end) ?? '';
  return found === quote
    ? []
    : [{ path: [...path, 'quote'], code: 'quote_differs', values: { quote, found } }];
}

function isInside(span: { start: number; end: number }, length: number): boolean {
  return span.start <= span.end && span.end <= length;
}

/** A scene, or a concept, cannot be part of itself, however far round. */
function checkCycles(pack: Pack): Finding[] {
  const sceneParents = new Map<string, string[]>(
    pack.scenes.map((scene) => [scene.id, scene.in === undefined ? [] : [scene.in]]),
  );
  const conceptParents = new Map<string, string[]>(pack.concepts.map((concept) => [concept.id, concept.in]));
  return [
    ...cyclesIn(sceneParents).map((id) => cycleAt('scenes', pack, id)),
    ...cyclesIn(conceptParents).map((id) => cycleAt('concepts', pack, id)),
  ];
}

function cycleAt(list: 'scenes' | 'concepts', pack: Pack, id: string): Finding {
  return {
    path: [list, pack[list].findIndex((entry) => entry.id === id), 'in'],
    code: 'cycle',
    values: { id },
  };
}

/** Takes away what has no parent left until nothing changes; what stays is in a cycle or under one. Linear. */
function cyclesIn(parents: ReadonlyMap<string, readonly string[]>): string[] {
  const children = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  for (const [id, above] of parents) {
    const known = above.filter((parent) => parents.has(parent));
    waiting.set(id, known.length);
    for (const parent of known) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const free = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    waiting.delete(id);
    for (const child of children.get(id) ?? []) {
      const left = (waiting.get(child) ?? 1) - 1;
      waiting.set(child, left);
      if (left === 0) free.push(child);
    }
  }
  return [...waiting.keys()];
}
