export type {
  Pack,
  PackConcept,
  PackDecision,
  PackEvidence,
  PackLink,
  PackPassage,
  PackScene,
} from './pack.ts';
export type { PackProblem, PackProblemCode } from './pack-problem.ts';
export { packVersion } from './pack.ts';
export { parsePack } from './parse-pack.ts';
export { writePack } from './write-pack.ts';
export { digestPack } from './pack-digest.ts';
export { rewritePack } from './rewrite-pack.ts';
export { comparePacks } from './compare-packs.ts';
export { sceneTexts } from './scene-text.ts';
